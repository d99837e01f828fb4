-- Who has a ticket open at the moment, so that two people do not work on it at once. Written by heartbeats; old rows
-- mean nothing. Times are microseconds since the epoch.
CREATE TABLE ticket_presence (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  ticket_id VARCHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  username  VARCHAR(64) NOT NULL,
  -- whether a form about it is being filled in
  editing   BOOLEAN     NOT NULL,
  since     BIGINT      NOT NULL,
  seen_at   BIGINT      NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY ticket_presence_of (ticket_id, username),
  KEY ticket_presence_seen (seen_at)
) ENGINE = InnoDB;
