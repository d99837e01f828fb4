package hotline.local.demo.client;

/** A ticket in a list. */
public record TicketRow(String id, String title, String state, Ref region, Ref owner) {}
