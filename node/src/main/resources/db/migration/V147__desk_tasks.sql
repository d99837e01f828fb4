-- What waits for somebody at a desk of this node, one row each, written with the decision that brought it about: the lists
-- of a desk and their numbers. Everything can be read again from the images. Times are microseconds since the epoch.
CREATE TABLE desk_task (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  -- the ticket or the assignment at which it waits
  holder    VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket_id VARCHAR(28)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- empty for the node's own desks
  unit      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since     BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY desk_task_holder (holder, kind),
  KEY desk_task_unit (unit, kind)
) ENGINE = InnoDB;
