-- Call records are looked for by time, and by how calls were dealt with: lists, counts and exports of a day or a month out of
-- millions.
ALTER TABLE call_record
  ADD KEY call_record_at (at),
  ADD KEY call_record_handling (state, at);
