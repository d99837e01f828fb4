-- Matters that were handed to emergency numbers and public utilities, and by them to this node (EMG-01 to EMG-03, EMG-06).
-- Times are microseconds since the epoch.
CREATE TABLE linkage_handover (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  handover_id   VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- OUT of this node or IN to it
  direction     VARCHAR(4)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- of the other hotline
  number        VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id     VARCHAR(28)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the utility's, which answers by it
  assignment_id VARCHAR(190)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  call_id       VARCHAR(190)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  three_party   BOOLEAN       NOT NULL,
  state         VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts      INT           NOT NULL,
  -- the other hotline's own number of it
  their_number  VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  reason        VARCHAR(500)  NOT NULL,
  result        VARCHAR(2000) NULL,
  made_by       VARCHAR(64)   NOT NULL,
  made_at       BIGINT        NOT NULL,
  -- until when the other side is to take it
  due_at        BIGINT        NULL,
  taken_at      BIGINT        NULL,
  PRIMARY KEY (id),
  UNIQUE KEY linkage_handover_handover (handover_id),
  KEY linkage_handover_number (number, direction, state),
  KEY linkage_handover_state (state, due_at),
  KEY linkage_handover_ticket (ticket_id),
  KEY linkage_handover_call (call_id),
  KEY linkage_handover_made (made_at)
) ENGINE = InnoDB;
