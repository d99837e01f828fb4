-- To which words a citizen agreed, and when, before he handed an appeal in at the portal.
CREATE TABLE portal_consent (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  ticket_id VARCHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at        BIGINT      NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY portal_consent_ticket (ticket_id)
) ENGINE = InnoDB;
