-- What people have sent from the console, so that it is carried out once when it arrives again. Times are microseconds since the epoch.
CREATE TABLE submission (
  username       VARCHAR(64) NOT NULL,
  -- made by the browser for what is sent
  submission_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- tells whether the same is sent again
  hash           BINARY(32)  NOT NULL,
  -- what came of it; NULL only within the transaction that makes it
  made           VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sent_at        BIGINT      NOT NULL,
  PRIMARY KEY (username, submission_key),
  KEY submission_age (sent_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
