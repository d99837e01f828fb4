-- Accounts of this node, and who read or revealed what (SEC-03).
CREATE TABLE app_user (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  username      VARCHAR(64)  NOT NULL,
  display_name  VARCHAR(128) NOT NULL,
  password_hash VARCHAR(100) NOT NULL,
  roles         VARCHAR(200) NOT NULL,
  unit          VARCHAR(32)  NULL,
  failures      INT          NOT NULL DEFAULT 0,
  locked_until  DATETIME(6)  NULL,
  UNIQUE KEY app_user_username (username)
);

CREATE TABLE audit (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at        DATETIME(6)  NOT NULL,
  username  VARCHAR(64)  NOT NULL,
  action    VARCHAR(32)  NOT NULL,
  subject   VARCHAR(64)  NOT NULL,
  detail    VARCHAR(500) NOT NULL,
  KEY audit_subject (subject, at),
  KEY audit_username (username, at)
);
