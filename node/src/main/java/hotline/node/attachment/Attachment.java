package hotline.node.attachment;

import hotline.node.classification.AttachmentAbout;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One file of a ticket 附件. It belongs to the node where it was brought and never changes.
 *
 * @param id unique among all nodes
 * @param assignment whose reply it goes with; null for what belongs to the ticket as a whole
 * @param hash of the bytes, by which they are found and checked everywhere
 * @param size in bytes
 * @param name for people to read; holds no personal data of the requester
 */
public record Attachment(
    String id,
    long version,
    NodeRef owner,
    TicketId ticket,
    @Nullable AssignmentId assignment,
    AttachmentAbout about,
    Sha256 hash,
    long size,
    String mediaType,
    String name,
    Instant at,
    Actor by) {

  /** Whether those to whom the ticket is sent on see it: what is answered goes up, not down. */
  public boolean goesDown() {
    return about != AttachmentAbout.REPLY;
  }
}
