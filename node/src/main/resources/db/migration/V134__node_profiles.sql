-- What a node below was enrolled as, besides its name: its name for short, its kind, and who manages it (TOP-13, TOP-17).
CREATE TABLE node_profile (
  code       VARCHAR(9)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  short_name VARCHAR(100)  NOT NULL,
  kind       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- a line each, the leading body first
  managers   VARCHAR(1000) NOT NULL,
  PRIMARY KEY (code)
) ENGINE = InnoDB;
