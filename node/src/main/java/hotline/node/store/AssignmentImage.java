package hotline.node.store;

import hotline.node.ticket.Assignment;

/** An assignment with the bytes that its owner wrote. */
public record AssignmentImage(Assignment assignment, byte[] image) {}
