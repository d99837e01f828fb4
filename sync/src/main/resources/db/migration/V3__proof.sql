-- What the records of a range left in the replica tables: for each entity its last image there, as
-- a digest. Written in the transaction that applies the range; part 1 is a record that was set aside
-- and applied later.
CREATE TABLE replica_manifest (
  origin         VARCHAR(9)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  stream         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_position BIGINT      NOT NULL,
  part           TINYINT     NOT NULL,
  last_position  BIGINT      NOT NULL,
  entities       INT         NOT NULL,
  digest         BINARY(32)  NOT NULL,
  manifest       MEDIUMBLOB  NOT NULL,
  PRIMARY KEY (origin, stream, first_position, part)
) ENGINE = InnoDB;
