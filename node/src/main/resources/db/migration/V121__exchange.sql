-- What departments' own systems push of the tickets that they handle (TOP-06, XTR-04). The numbers are the department's.
CREATE TABLE exchange_ticket (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  line      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id VARCHAR(28)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- the last sequence that has been carried out
  applied   INT          NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY exchange_ticket_number (line, number)
) ENGINE = InnoDB;

CREATE TABLE exchange_message (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  line        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence    INT          NOT NULL,
  kind        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- APPLIED, WAITING for an earlier one, or REFUSED when its turn came
  state       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash        BINARY(32)   NOT NULL,
  -- only while it waits
  body        MEDIUMTEXT   NULL,
  problem     VARCHAR(500) NULL,
  received_at BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY exchange_message_sequence (line, number, sequence),
  KEY exchange_message_state (line, state)
) ENGINE = InnoDB;
