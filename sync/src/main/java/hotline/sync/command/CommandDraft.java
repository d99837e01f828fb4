package hotline.sync.command;

import hotline.sync.NodeCode;

/**
 * A command for a neighbour node.
 *
 * @param orderingKey commands with the same target and key arrive in the order in which they were
 *     written: the ticket id; like the type 1 to 64 visible ASCII characters
 * @param type what the payload is, e.g. {@code DispatchTicket}
 * @param payload opaque here; at most 1 MiB
 */
public record CommandDraft(NodeCode target, String orderingKey, String type, byte[] payload) {}
