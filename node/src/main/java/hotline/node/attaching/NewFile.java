package hotline.node.attaching;

import hotline.node.classification.AttachmentAbout;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brings.
 *
 * @param name as the sender calls it; only the last part is kept
 * @param most how many files of that sort the ticket may have
 */
public record NewFile(
    TicketId ticket,
    AttachmentAbout about,
    @Nullable AssignmentId assignment,
    String name,
    Actor by,
    int most) {}
