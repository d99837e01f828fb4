-- What a node has done so far (/api/network/summary) is summed up over all that it has ever had: from an index alone, and not
-- from rows with their images.
CREATE INDEX ticket_tally ON ticket (owner, state, accepted_at, refused, closed, order_count);
CREATE INDEX assignment_tally ON assignment (node, unit, signed, replied, order_count);
