-- What assessments are made of (ASM-16): one row for each order, as its assigner sees it, written with
-- every decision about it. Everything can be read again from the images; this is what can be summed.
CREATE TABLE assessment_item (
  id               BIGINT       NOT NULL AUTO_INCREMENT,
  assignment_id    VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id        VARCHAR(28)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  assigner         VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  assignee_kind    VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  assignee         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  assignee_name    VARCHAR(200) NOT NULL,
  lead_role        BOOLEAN      NOT NULL,
  category         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state            VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- of the first round
  dispatched_at    BIGINT       NOT NULL,
  round            INT          NOT NULL,
  sign_due_at      BIGINT       NOT NULL,
  signed_at        BIGINT       NULL,
  due_at           BIGINT       NOT NULL,
  -- both of Q-09: the first sign of handling, and the end
  first_feedback_at BIGINT      NULL,
  replied_at       BIGINT       NULL,
  closed_at        BIGINT       NULL,
  -- approved, so that it leaves the assignee's volume (LIF-08); late, so that it is overdue (LIF-06)
  returned         BOOLEAN      NOT NULL,
  return_declined  BOOLEAN      NOT NULL,
  late_return      BOOLEAN      NOT NULL,
  extensions       INT          NOT NULL,
  extensions_asked INT          NOT NULL,
  reminders        INT          NOT NULL,
  supervisions     INT          NOT NULL,
  first_rating     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  first_solved     BOOLEAN      NULL,
  final_rating     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  final_passes     BOOLEAN      NULL,
  final_solved     BOOLEAN      NULL,
  -- given, or assumed of silence (Q-07)
  final_source     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  screened         BOOLEAN      NOT NULL,
  excluded         BOOLEAN      NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY assessment_item_assignment (assignment_id),
  KEY assessment_item_dispatched (assigner, dispatched_at),
  KEY assessment_item_closed (assigner, closed_at),
  KEY assessment_item_ticket (ticket_id),
  KEY assessment_item_open (assigner, state, due_at)
) ENGINE = InnoDB;
