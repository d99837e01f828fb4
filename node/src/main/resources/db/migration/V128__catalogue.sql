-- The versions of this node's catalogue of matters, for good: a ticket keeps the number of the one it was routed by (CLS-07).
-- Times are microseconds since the epoch.
CREATE TABLE catalogue_version (
  number         INT          NOT NULL,
  source         VARCHAR(200) NOT NULL,
  effective_from DATE         NOT NULL,
  -- as it was imported, in the form of CSV
  content        MEDIUMTEXT   NOT NULL,
  -- code of the node above that handed it down; empty for one of this node's own
  origin         VARCHAR(9)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  activated_at   BIGINT       NOT NULL,
  activated_by   VARCHAR(64)  NOT NULL,
  reason         VARCHAR(500) NOT NULL,
  PRIMARY KEY (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
