package hotline.node.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Registers an appeal as a ticket of this node.
 *
 * @param ruling what the call taker decided at once, null to leave it to somebody else
 */
public record RegisterTicket(
    TicketId id,
    String queryCode,
    Appeal appeal,
    Requester requester,
    TicketCommand.@Nullable Ruling ruling) {}
