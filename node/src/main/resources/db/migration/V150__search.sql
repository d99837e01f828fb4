-- What the search indexes of this node's processes follow. Times are microseconds since the epoch.

-- Tickets of which something has changed, written with the change itself. Rows live until they get their position.
CREATE TABLE search_queue (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  ticket_id VARCHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- The same with dense positions, in the order in which they became visible: whoever has read up to one has missed none.
CREATE TABLE search_change (
  position    BIGINT      NOT NULL,
  ticket_id   VARCHAR(28) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  numbered_at BIGINT      NOT NULL,
  PRIMARY KEY (position)
) ENGINE = InnoDB;

CREATE TABLE search_head (
  id       TINYINT NOT NULL,
  -- the last position given
  position BIGINT  NOT NULL,
  -- changes up to this one are gone: an index that has not seen them is built anew
  pruned   BIGINT  NOT NULL,
  -- how often it has been asked for that all indexes are built anew
  rebuild  BIGINT  NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

INSERT INTO search_head (id, position, pruned, rebuild) VALUES (1, 0, 0, 0);
