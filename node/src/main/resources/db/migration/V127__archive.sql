-- What is kept of archived tickets: one file for each.
CREATE TABLE archive_file (
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
  UNIQUE KEY archive_file_entity (entity_id),
  KEY archive_file_state (owner, state, due_at),
  KEY archive_file_subject (subject, state),
  KEY archive_file_ticket (ticket_id)
) ENGINE = InnoDB;
