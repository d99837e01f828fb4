-- Supervisions: own, those of nodes below, and what the node above demands of this one. subject: the code
-- of the unit or node that is supervised; due: when its explanation is owed
CREATE TABLE supervision (
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
  UNIQUE KEY supervision_entity (entity_id),
  KEY supervision_state (owner, state, due_at),
  KEY supervision_subject (subject, state),
  KEY supervision_ticket (ticket_id)
) ENGINE = InnoDB;
