package hotline.node.view;

import hotline.node.calendar.Deadline;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;

/** A deadline: when, by which rule, and whether the year's calendar is still missing. */
@Serdeable
public record DueView(OffsetDateTime at, String rule, boolean provisional) {

  public static DueView of(Deadline deadline) {
    return new DueView(Times.local(deadline.at()), deadline.rule(), deadline.provisional());
  }
}
