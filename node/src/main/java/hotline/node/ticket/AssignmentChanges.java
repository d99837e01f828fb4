package hotline.node.ticket;

import hotline.node.ticket.AssignmentEvent.AssignmentReceived;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies what happened to an assignment, leaving the version alone. */
final class AssignmentChanges {

  private AssignmentChanges() {}

  static Assignment apply(@Nullable Assignment assignment, List<AssignmentEvent> events) {
    Assignment current = assignment;
    for (AssignmentEvent event : events) {
      current = current == null ? first(event) : event.in(current);
    }
    if (current == null) {
      throw new IllegalArgumentException("no assignment and no event that receives one");
    }
    return current;
  }

  private static Assignment first(AssignmentEvent event) {
    if (event instanceof AssignmentReceived e) {
      return e.received();
    }
    throw new IllegalArgumentException("expected an AssignmentReceived first, not " + event);
  }
}
