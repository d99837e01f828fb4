package hotline.node.supervision;

import hotline.node.calendar.Deadline;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A supervision 督办: a formal order to handle something properly, with a course of its own (SUP-01
 * to SUP-08). It belongs to the node that issued it; a child that is supervised has a copy.
 *
 * @param version 1 when it is issued, one more after each step
 * @param due by when an explanation is owed; null where none is
 */
public record Supervision(
    SupervisionId id,
    long version,
    NodeRef owner,
    About about,
    Demand demand,
    Instant issuedAt,
    Actor by,
    @Nullable Deadline due,
    Course course) {

  /** Whether an explanation is owed and has not come in time. */
  public boolean overdue(Instant now) {
    return due != null
        && course.state() == hotline.node.classification.SupervisionState.ISSUED
        && due.isPast(now);
  }

  Supervision next(Course course) {
    return new Supervision(id, version + 1, owner, about, demand, issuedAt, by, due, course);
  }

  Supervision with(Demand demand) {
    return new Supervision(id, version + 1, owner, about, demand, issuedAt, by, due, course);
  }
}
