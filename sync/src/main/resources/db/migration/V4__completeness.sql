-- What this node certified, day by day, of the streams that it holds; each names the one before it
-- by its SHA-256. For good. Times are microseconds since the epoch.
CREATE TABLE completeness_certificate (
  id        BIGINT     NOT NULL AUTO_INCREMENT,
  made_at   BIGINT     NOT NULL,
  complete  BOOLEAN    NOT NULL,
  text      MEDIUMBLOB NOT NULL,
  key_id    CHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  signature VARBINARY(128) NOT NULL,
  -- the signing certificate and its issuers up to the root, PEM
  chain     MEDIUMBLOB NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- How far a stream is applied at every node above this one, as the parent says: what lies before is
-- needed for no refill.
CREATE TABLE stream_settled (
  origin   VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stream   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT      NOT NULL,
  PRIMARY KEY (origin, stream)
) ENGINE = InnoDB;

-- Up to where the archive of a stream has been pruned, and the chain hash there, behind which the
-- rest still proves itself.
CREATE TABLE received_pruned (
  origin   VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stream   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT      NOT NULL,
  hash     BINARY(32)  NOT NULL,
  PRIMARY KEY (origin, stream)
) ENGINE = InnoDB;
