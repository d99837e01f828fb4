-- What figures count of a ticket (decision 0048): derived from its image, as the other columns are, so that own tickets
-- and replicas are counted alike and a list can show exactly the tickets behind a number.
ALTER TABLE ticket
  ADD COLUMN channel      VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  -- empty where it has none
  ADD COLUMN matter       VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  -- when the one in charge had to sign for it and to call the citizen, and when both was done; null when nobody is
  ADD COLUMN response_due BIGINT      NULL,
  ADD COLUMN responded_at BIGINT      NULL,
  -- null while it is open, and when it was withdrawn
  ADD COLUMN closed_at    BIGINT      NULL,
  -- whether the last rating counts, and why not
  ADD COLUMN rating_kind  VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'NONE',
  ADD COLUMN satisfied    BOOLEAN     NULL,
  ADD COLUMN solved       BOOLEAN     NULL,
  ADD KEY ticket_figures (registered_at, owner, category, channel, region, matter),
  ADD KEY ticket_response (registered_at, owner, category, region, response_due, responded_at),
  ADD KEY ticket_standing (state, due_at, owner, urgency, category, region),
  ADD KEY ticket_closed (closed_at, owner, category, region, rating_kind, satisfied, solved, order_count, accepted_at);
