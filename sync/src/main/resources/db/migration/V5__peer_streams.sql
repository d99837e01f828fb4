-- Streams of this node for subscribers at its own level (XTR-05), each with a topic of its own.
CREATE TABLE peer_stream (
  stream      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  masked      BOOLEAN     NOT NULL,
  started_at  BIGINT      NOT NULL,
  -- null while it is subscribed to
  ended_at    BIGINT      NULL,
  -- the position from which it is to be published once more; null when it need not
  replay_from BIGINT      NULL,
  PRIMARY KEY (stream)
) ENGINE = InnoDB;
