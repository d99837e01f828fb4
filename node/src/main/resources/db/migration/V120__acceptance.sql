-- Who is looked for without being named, and what the same matter in the same place is found by.
ALTER TABLE intake
  ADD COLUMN requester_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN matter        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN region        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD KEY intake_requester (requester_key),
  ADD KEY intake_subject (matter, region);

-- Rows to lock: whoever looks for the same person's same matter holds one of them until he commits (ACC-10).
CREATE TABLE sameness_stripe (
  stripe INT NOT NULL,
  PRIMARY KEY (stripe)
) ENGINE = InnoDB;
