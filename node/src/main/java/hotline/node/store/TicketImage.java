package hotline.node.store;

import hotline.node.ticket.Ticket;

/**
 * A ticket with the bytes that its owner wrote, which are kept as they came so that fields that
 * only a newer node knows survive.
 *
 * @param personal the personal part; empty when it was masked away or has not changed
 */
public record TicketImage(Ticket ticket, byte[] image, byte[] personal) {}
