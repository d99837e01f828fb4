-- What was changed about this node's handling units; never overwritten: the newest version of a code holds, and a code
-- without one is as in the list that the node was started with.
-- Times are microseconds since the epoch.
CREATE TABLE unit_change (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  code       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- 1, 2, 3 … for each code
  version    INT          NOT NULL,
  name       VARCHAR(100) NOT NULL,
  -- keys that matters refer to, separated by commas
  functions  VARCHAR(1000) NOT NULL,
  parent     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  supervisor VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- names of domains, separated by commas
  domains    VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  closed     BOOLEAN      NOT NULL,
  reason     VARCHAR(400) NOT NULL,
  changed_at BIGINT       NOT NULL,
  changed_by VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY unit_change_version (code, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
