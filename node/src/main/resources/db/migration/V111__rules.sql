-- The versions of this node's policy, for good: tickets are judged by the one in force at their acceptance (Q-11).
-- Times are microseconds since the epoch.
CREATE TABLE policy_version (
  number         INT          NOT NULL,
  name           VARCHAR(64)  NOT NULL,
  source         VARCHAR(200) NOT NULL,
  effective_from DATE         NOT NULL,
  repealed_on    DATE         NULL,
  -- as it was written, and with all that it leaves open filled in as it was at the time
  own            MEDIUMTEXT   NOT NULL,
  resolved       MEDIUMTEXT   NOT NULL,
  -- the bundled policy that the node was set to when this came from its start; empty otherwise
  origin         VARCHAR(64)  NOT NULL,
  activated_at   BIGINT       NOT NULL,
  activated_by   VARCHAR(64)  NOT NULL,
  reason         VARCHAR(500) NOT NULL,
  PRIMARY KEY (number)
) ENGINE = InnoDB;

-- What is known of each year's holidays; a later row about a year takes the place of an earlier one.
CREATE TABLE calendar_year (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  -- the number of the calendar that this row makes
  version     INT          NOT NULL,
  year        INT          NOT NULL,
  days        MEDIUMTEXT   NOT NULL,
  source      VARCHAR(500) NOT NULL,
  imported_at BIGINT       NOT NULL,
  imported_by VARCHAR(64)  NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY calendar_year_version (version, year)
) ENGINE = InnoDB;
