-- What citizens are to be told. The recipient's number is not kept here: it is looked up when the
-- message is sent, and the link to the rating page is made then.
CREATE TABLE notice (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  -- the same decision never tells twice
  notice_key VARCHAR(80)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id  VARCHAR(28)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(24)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text       TEXT          NOT NULL,
  created_at BIGINT        NOT NULL,
  state      VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts   INT           NOT NULL,
  -- not tried before then: after a failure, or while somebody is trying
  next_at    BIGINT        NOT NULL,
  sent_at    BIGINT        NULL,
  reference  VARCHAR(100)  NULL,
  problem    VARCHAR(300)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY notice_notice_key (notice_key),
  KEY notice_ticket (ticket_id),
  KEY notice_due (state, next_at)
) ENGINE = InnoDB;
