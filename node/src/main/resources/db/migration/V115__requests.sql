-- What lists and the monthly clearing search assignments by.
ALTER TABLE assignment
  -- whose signature inside the unit a request waits for (LIF-10, LIF-11); null when for nobody's
  ADD COLUMN to_sign VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- put off until its limit (LIF-10)
  ADD COLUMN on_account BOOLEAN NOT NULL DEFAULT FALSE,
  -- left out of the assessment (LIF-11, LIF-18)
  ADD COLUMN excluded BOOLEAN NOT NULL DEFAULT FALSE;

CREATE INDEX assignment_to_sign ON assignment (node, to_sign);
