-- When the citizen was contacted (LIF-03), when the limit was met by what the rules name (Q-09), and in which
-- month a late return counts (LIF-06).
ALTER TABLE assessment_item
  ADD COLUMN contacted_at    BIGINT  NULL,
  ADD COLUMN met_at          BIGINT  NULL,
  ADD COLUMN met_by_feedback BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN late_return_at  BIGINT  NULL,
  ADD COLUMN contact_owed    BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY assessment_item_returned_late (assigner, late_return_at);

-- what is not known of earlier rows any more is taken from what is
UPDATE assessment_item SET met_at = replied_at, late_return_at = CASE WHEN late_return THEN dispatched_at END;
