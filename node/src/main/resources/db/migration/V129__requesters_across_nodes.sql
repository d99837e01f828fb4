-- Whose a ticket of any node is, without telling who: a keyed hash that all nodes of a tree make alike (Q-06).
ALTER TABLE ticket
  ADD COLUMN requester_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY ticket_requester (requester_key, owner);

-- Tickets of this node whose like another node has, as a node above has told: both may not see each other's.
CREATE TABLE repeat_elsewhere (
  ticket_id  VARCHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  earlier_id VARCHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- whether the earlier one had been concluded when that was told; it was in handling otherwise
  concluded  BOOLEAN     NOT NULL,
  told_at    BIGINT      NOT NULL,
  PRIMARY KEY (ticket_id)
) ENGINE = InnoDB;

-- What this node has told nodes below of, so that it does so once.
CREATE TABLE repeat_told (
  ticket_id  VARCHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  earlier_id VARCHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (ticket_id)
) ENGINE = InnoDB;
