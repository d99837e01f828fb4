-- What neighbours say of themselves and of the nodes below them: what they run, how their links are. Times are
-- microseconds since the epoch.

CREATE TABLE node_report (
  code VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  -- the node right above it; of this node's own parent, itself
  parent VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- empty for neighbours, whose names stand elsewhere
  name VARCHAR(100) NOT NULL,
  -- NULL while a node has not said what it runs
  software VARCHAR(100) NULL,
  schema_version INT NULL,
  connected BOOLEAN NOT NULL,
  -- 0 when never
  heard_at BIGINT NOT NULL,
  said_by VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  said_at BIGINT NOT NULL,
  KEY node_report_said_by (said_by)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
