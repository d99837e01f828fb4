-- At whose desk each call of this node rang last; written together with the call. Times are microseconds since the epoch.
CREATE TABLE agent_call (
  id      BIGINT       NOT NULL AUTO_INCREMENT,
  call_id VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  agent   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at      BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY agent_call_call (call_id),
  KEY agent_call_agent (agent, at)
) ENGINE = InnoDB;

-- What is open around the place that a caller speaks of.
ALTER TABLE intake ADD KEY intake_region (region);
