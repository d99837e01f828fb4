-- How far rows that follow from tickets alone (decision 0053) have been written for tickets that were there before this
-- version of the program: one row for each version of what is derived.
CREATE TABLE backfill (
  version  INT     NOT NULL,
  -- the number of the last row of table ticket that has been looked at
  scanned  BIGINT  NOT NULL,
  finished BOOLEAN NOT NULL,
  PRIMARY KEY (version)
) ENGINE = InnoDB;
