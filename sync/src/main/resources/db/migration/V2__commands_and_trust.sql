-- Trust: who is in the tree. Times are microseconds since the epoch.

CREATE TABLE enrolment_token (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  child VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(100) NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT NULL,
  -- SHA-256 of the public key that was enrolled with it: the same child may ask again
  used_by_key BINARY(32) NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE tree_child (
  code VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name VARCHAR(100) NOT NULL,
  address VARCHAR(255) NOT NULL,
  certificate BLOB NOT NULL,
  key_hash BINARY(32) NOT NULL,
  enrolled_at BIGINT NOT NULL,
  revoked_at BIGINT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Nodes below the children, as learned from verified certificate chains.
CREATE TABLE tree_descendant (
  code VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  child VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  learned_at BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Verified signing certificates of other nodes, with their issuers: DER, one after the other.
CREATE TABLE node_certificate (
  key_id BINARY(32) NOT NULL PRIMARY KEY,
  origin VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  chain MEDIUMBLOB NOT NULL,
  learned_at BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Commands to neighbours. state: 0 waiting, 1 done, 2 refused, 3 cancelled.

CREATE TABLE outbound_command (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  command_id BINARY(16) NOT NULL,
  target VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ordering_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload MEDIUMBLOB NOT NULL,
  written_at BIGINT NOT NULL,
  state TINYINT NOT NULL DEFAULT 0,
  -- given by the one process that sends, in the order in which it found the commands committed
  sequence BIGINT NULL,
  previous_sequence BIGINT NULL,
  attempts INT NOT NULL DEFAULT 0,
  last_error VARCHAR(500) NULL,
  settled_at BIGINT NULL,
  UNIQUE KEY outbound_command_id (command_id),
  KEY outbound_queue (target, state, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE outbound_target (
  target VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  last_sequence BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Commands from neighbours with their outcome, so that a repeat is answered and not carried out again.
-- outcome: 1 done, 2 refused.
CREATE TABLE inbound_command (
  command_id BINARY(16) NOT NULL PRIMARY KEY,
  sender VARCHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ordering_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence BIGINT NOT NULL,
  type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  outcome TINYINT NOT NULL,
  result MEDIUMBLOB NULL,
  error_code INT NULL,
  error_name VARCHAR(100) NULL,
  message VARCHAR(2000) NULL,
  received_at BIGINT NOT NULL,
  KEY inbound_order (sender, ordering_key, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
