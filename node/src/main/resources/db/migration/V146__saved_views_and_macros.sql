-- What people arrange for themselves at their desks: filters under a name, and texts that they use again and again.
CREATE TABLE desk_view (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  username  VARCHAR(64)  NOT NULL,
  desk      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name      VARCHAR(50)  NOT NULL,
  queue     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- empty where it does not narrow
  region    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category  VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  urgency   VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unit      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  words     VARCHAR(100) NOT NULL,
  PRIMARY KEY (id),
  KEY desk_view_of (username, desk)
) ENGINE = InnoDB;

CREATE TABLE desk_macro (
  id       BIGINT      NOT NULL AUTO_INCREMENT,
  -- empty for what is shared by all people of the node
  username VARCHAR(64) NOT NULL,
  -- the form that it fills in
  form     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name     VARCHAR(50) NOT NULL,
  -- JSON: what goes into which field
  filled   TEXT        NOT NULL,
  PRIMARY KEY (id),
  KEY desk_macro_of (username, form)
) ENGINE = InnoDB;
