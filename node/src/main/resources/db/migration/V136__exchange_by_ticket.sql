-- Whose system a ticket is handled in (Q-15).
CREATE INDEX exchange_ticket_ticket ON exchange_ticket (ticket_id);
