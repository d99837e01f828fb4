-- The deadlines of this node's own tickets and assignments: what the timers look for, and how far each has been warned of.
-- Times are microseconds since the epoch.
CREATE TABLE deadline_watch (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  -- the ticket or assignment whose it is
  subject     VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the order that it is about; empty when it is about the whole
  order_id    VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  watch       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id   VARCHAR(28)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unit        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  started_at  BIGINT       NOT NULL,
  near_at     BIGINT       NOT NULL,
  due_at      BIGINT       NOT NULL,
  rule        VARCHAR(64)  NOT NULL,
  provisional BOOLEAN      NOT NULL,
  calendar    INT          NOT NULL,
  running     BOOLEAN      NOT NULL,
  -- 0 nothing, 1 that it is near, 2 that it has passed
  raised      INT          NOT NULL,
  -- when the next warning is due; null when none is
  next_at     BIGINT       NULL,
  PRIMARY KEY (id),
  UNIQUE KEY deadline_watch_subject (subject, order_id, watch),
  KEY deadline_watch_next (next_at),
  KEY deadline_watch_provisional (provisional, running, calendar),
  KEY deadline_watch_running (running, near_at)
) ENGINE = InnoDB;
