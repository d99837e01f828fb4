package hotline.node.supervision;

import hotline.node.ticket.Assignee;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what a supervision is about.
 *
 * @param target the unit or child node that is supervised
 * @param ticket null when it is about the target's work in general
 * @param assignment null when it is about no single one
 */
public record About(
    Assignee target, @Nullable TicketId ticket, @Nullable AssignmentId assignment) {}
