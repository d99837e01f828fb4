-- Files of tickets, own ones and those of other nodes: what is said about them. The subject is the hash of the bytes.
CREATE TABLE attachment (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  entity_id VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner     VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version   BIGINT       NOT NULL,
  state     VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id VARCHAR(28)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  subject   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  at        BIGINT       NOT NULL,
  due_at    BIGINT       NULL,
  image     MEDIUMBLOB   NOT NULL,
  personal  BLOB         NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY attachment_entity (entity_id),
  KEY attachment_subject (subject),
  KEY attachment_ticket (ticket_id)
) ENGINE = InnoDB;

-- Bytes that are, or are about to be, in this node's store. Whoever stores or removes some holds their row.
CREATE TABLE attachment_blob (
  id         BIGINT     NOT NULL AUTO_INCREMENT,
  hash       CHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  touched_at BIGINT     NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY attachment_blob_hash (hash),
  KEY attachment_blob_touched (touched_at)
) ENGINE = InnoDB;
