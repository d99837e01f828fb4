-- Lists and counts of what is not finished are answered from indexes alone, however large the tables are: a row's image is
-- read only for the twenty that are shown.

CREATE INDEX ticket_desk ON ticket
  (state, owner, registered_at, id, category, region, urgency, due_at, returns, extensions, undelivered);
ALTER TABLE ticket DROP INDEX ticket_owner_state;

CREATE INDEX assignment_work ON assignment
  (node, state, unit, id, due_at, reviews, returns, extensions, undelivered, ticket_id);
ALTER TABLE assignment DROP INDEX assignment_desk;

-- what a unit has had a part in
CREATE INDEX assignment_unit ON assignment (node, unit, ticket_id);
