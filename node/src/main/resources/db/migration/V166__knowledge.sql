-- Questions with their answers, as this node's units report them and its reviewers publish them (KB-02, KB-03).
-- Times are microseconds since the epoch.
CREATE TABLE knowledge_entry (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  -- number and state of the newest version
  version    INT         NOT NULL,
  state      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the version that people find; NULL when none is published
  published  INT         NULL,
  unit       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  question   VARCHAR(300) NOT NULL,
  changed_at BIGINT      NOT NULL,
  PRIMARY KEY (id),
  KEY knowledge_entry_state (state, id),
  KEY knowledge_entry_unit (unit, state, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

-- Every step of an entry with what it said then; never changed.
CREATE TABLE knowledge_version (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  entry       BIGINT       NOT NULL,
  version     INT          NOT NULL,
  state       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  question    VARCHAR(300) NOT NULL,
  answer      TEXT         NOT NULL,
  basis       VARCHAR(500) NOT NULL,
  -- empty when the platform itself answers for it
  unit        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unit_name   VARCHAR(100) NOT NULL,
  valid_from  DATE         NOT NULL,
  valid_until DATE         NULL,
  openness    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note        VARCHAR(400) NOT NULL,
  changed_at  BIGINT       NOT NULL,
  changed_by  VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY knowledge_version_number (entry, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
