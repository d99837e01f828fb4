-- Who answers what takes an expert, in the hall or, where that cannot be, at the department. Times are microseconds since the epoch.
CREATE TABLE expert_seat (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  -- whose calls it is for: a hotline number such as 12333, or a field of business
  business VARCHAR(40)  NOT NULL,
  unit     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  remote   BOOLEAN      NOT NULL,
  reason   VARCHAR(200) NOT NULL,
  set_at   BIGINT       NOT NULL,
  ended_at BIGINT       NULL,
  set_by   VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
