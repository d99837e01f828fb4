-- Which office of a handling unit sees to its tickets, and with what people (CAP-04); the newest row of a unit holds.
CREATE TABLE unit_office (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  unit      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  office    VARCHAR(200) NOT NULL,
  full_time INT          NOT NULL,
  part_time INT          NOT NULL,
  phone     VARCHAR(32)  NOT NULL,
  set_at    BIGINT       NOT NULL,
  set_by    VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  KEY unit_office_unit (unit, id)
) ENGINE = InnoDB;
