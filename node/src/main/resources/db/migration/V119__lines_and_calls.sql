-- Times are microseconds since the epoch. Hotline numbers, calls, calls that are owed, and abuse: this node's
-- own and the replicas from below. The image is the whole entity; the columns are what lists search by.

-- subject: the merge mode; due: the end of the transition
CREATE TABLE hotline_line (
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
  UNIQUE KEY hotline_line_entity (entity_id),
  KEY hotline_line_state (owner, state, due_at),
  KEY hotline_line_subject (subject, state),
  KEY hotline_line_ticket (ticket_id)
) ENGINE = InnoDB;

-- subject: the caller's key
CREATE TABLE call_record (
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
  UNIQUE KEY call_record_entity (entity_id),
  KEY call_record_state (owner, state, due_at),
  KEY call_record_subject (subject, state),
  KEY call_record_ticket (ticket_id)
) ENGINE = InnoDB;

-- subject: the caller's key
CREATE TABLE call_back (
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
  UNIQUE KEY call_back_entity (entity_id),
  KEY call_back_state (owner, state, due_at),
  KEY call_back_subject (subject, state),
  KEY call_back_ticket (ticket_id)
) ENGINE = InnoDB;

-- subject: the caller's key; due: until when he is restricted
CREATE TABLE abuse_case (
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
  UNIQUE KEY abuse_case_entity (entity_id),
  KEY abuse_case_state (owner, state, due_at),
  KEY abuse_case_subject (subject, state),
  KEY abuse_case_ticket (ticket_id)
) ENGINE = InnoDB;

-- What exchanges have reported of calls: each event counts once.
CREATE TABLE call_event (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  event_id VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  client   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  call_id  VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at       BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY call_event_event (client, event_id)
) ENGINE = InnoDB;

-- Other systems that may call the HTTP interface. Of the secret only the hash is kept.
CREATE TABLE api_client (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  client_id   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- what it may speak for: a line's number, channels
  scope       VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name        VARCHAR(100) NOT NULL,
  secret_hash BINARY(32)   NOT NULL,
  created_by  VARCHAR(64)  NOT NULL,
  created_at  BIGINT       NOT NULL,
  revoked_by  VARCHAR(64)  NULL,
  revoked_at  BIGINT       NULL,
  PRIMARY KEY (id),
  UNIQUE KEY api_client_client (client_id)
) ENGINE = InnoDB;

-- Who answers when: leaders' answering days and departments' rota (INT-17), and the bodies that coordinate (TOP-32).
CREATE TABLE duty (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  kind      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  who       VARCHAR(100) NOT NULL,
  unit      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  starts_at BIGINT       NOT NULL,
  ends_at   BIGINT       NOT NULL,
  note      VARCHAR(500) NOT NULL,
  set_by    VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  KEY duty_time (starts_at, ends_at)
) ENGINE = InnoDB;

CREATE TABLE institution (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  role       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(200) NOT NULL,
  head       VARCHAR(100) NOT NULL,
  since      DATE         NOT NULL,
  set_by     VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  KEY institution_role (role, since)
) ENGINE = InnoDB;
