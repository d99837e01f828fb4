package hotline.node.ticket;

/** The number under which another system knows the same ticket. */
public record Alias(String system, String number) {}
