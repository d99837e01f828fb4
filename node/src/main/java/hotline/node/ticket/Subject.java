package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * As much of the ticket as decisions about an assignment need; the whole of it lies beside it as a
 * copy.
 *
 * @param owner the node that accepted the ticket
 * @param citizenDue by when the citizen expects the answer
 * @param matter code of what it is about; null where nobody has said
 */
public record Subject(
    NodeRef owner,
    Category category,
    Urgency urgency,
    boolean enterprise,
    boolean requesterReachable,
    @Nullable Deadline citizenDue,
    @Nullable String matter) {

  static Subject of(Ticket ticket) {
    return new Subject(
        ticket.owner(),
        ticket.appeal().category(),
        ticket.appeal().urgency(),
        ticket.appeal().enterprise(),
        ticket.requester().reachable(),
        ticket.clock().due(),
        ticket.appeal().matterCode());
  }
}
