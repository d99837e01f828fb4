package hotline.node.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The holder's word on a return, an extension or a reply. */
public record Verdict(boolean approved, @Nullable String opinion, Instant at, Actor by) {

  /** In a sentence. */
  String told(EventType yes, EventType no) {
    return (approved ? yes : no).label() + Happening.after("：", opinion);
  }

  Happening tell(AssignmentId assignment, EventType yes, EventType no) {
    return new Happening(approved ? yes : no, assignment, opinion == null ? "" : opinion);
  }
}
