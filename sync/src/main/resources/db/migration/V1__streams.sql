-- What business transactions journaled and the sequencer has not reached yet. One row holds the
-- records of one append, packed; rows live for milliseconds, so the table stays small and the
-- search for rows without a position is a scan of its primary key.
CREATE TABLE journal (
  id      BIGINT      NOT NULL AUTO_INCREMENT,
  stream  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size    INT         NOT NULL,
  records MEDIUMBLOB  NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- How far each of this node's own streams has been sequenced, and confirmed by the parent's broker.
CREATE TABLE stream_head (
  stream             VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position           BIGINT      NOT NULL,
  hash               BINARY(32)  NOT NULL,
  appended_at        BIGINT      NOT NULL,
  confirmed_position BIGINT      NOT NULL,
  PRIMARY KEY (stream)
) ENGINE = InnoDB;

-- This node's own records in order, for good: what is published and what a refill is served from.
CREATE TABLE stream_batch (
  stream         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_position BIGINT      NOT NULL,
  last_position  BIGINT      NOT NULL,
  previous_hash  BINARY(32)  NOT NULL,
  last_hash      BINARY(32)  NOT NULL,
  appended_at    BIGINT      NOT NULL,
  size           INT         NOT NULL,
  records        MEDIUMBLOB  NOT NULL,
  PRIMARY KEY (stream, first_position)
) ENGINE = InnoDB;

-- How far the streams of other nodes have been applied here, and what each origin last said itself.
CREATE TABLE stream_position (
  origin          VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stream          VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position        BIGINT      NOT NULL,
  hash            BINARY(32)  NOT NULL,
  appended_at     BIGINT      NOT NULL,
  applied_at      BIGINT      NOT NULL,
  stated_position BIGINT      NOT NULL,
  stated_hash     BINARY(32)  NOT NULL,
  stated_at       BIGINT      NOT NULL,
  statement       BLOB        NOT NULL,
  PRIMARY KEY (origin, stream)
) ENGINE = InnoDB;

-- Every record applied here, as its origin signed it: the full-volume archive, insert only.
-- A row covers first_position to last_position; its batch may begin earlier.
CREATE TABLE received_batch (
  origin         VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stream         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_position BIGINT      NOT NULL,
  last_position  BIGINT      NOT NULL,
  last_hash      BINARY(32)  NOT NULL,
  appended_at    BIGINT      NOT NULL,
  applied_at     BIGINT      NOT NULL,
  size           INT         NOT NULL,
  batch          MEDIUMBLOB  NOT NULL,
  PRIMARY KEY (origin, stream, first_position)
) ENGINE = InnoDB;

-- Records that could not be applied: visible, retryable, out of the stream's way.
CREATE TABLE set_aside (
  origin       VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stream       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position     BIGINT       NOT NULL,
  set_aside_at BIGINT       NOT NULL,
  appended_at  BIGINT       NOT NULL,
  reason       VARCHAR(500) CHARACTER SET utf8mb4 NOT NULL,
  body         MEDIUMBLOB   NOT NULL,
  personal     MEDIUMBLOB   NOT NULL,
  PRIMARY KEY (origin, stream, position)
) ENGINE = InnoDB;

-- Which process of this node does the jobs that only one may do; times are the database's.
CREATE TABLE lease (
  name       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  epoch      BIGINT      NOT NULL,
  expires_at BIGINT      NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB;
