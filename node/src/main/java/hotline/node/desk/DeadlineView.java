package hotline.node.desk;

import hotline.node.ticket.Watch;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deadline with its reasons.
 *
 * @param limit for people to read; null where the rules of the node that set it are not known here
 * @param days that depart from the plain week, where the limit counts working time
 * @param text all of it in a sentence
 */
@Serdeable
record DeadlineView(
    Watch watch,
    String label,
    OffsetDateTime from,
    OffsetDateTime at,
    String rule,
    @Nullable String limit,
    @Nullable String policy,
    @Nullable Integer policyVersion,
    @Nullable String policySource,
    @Nullable Integer calendarVersion,
    boolean provisional,
    List<DayView> days,
    List<String> notes,
    String text) {

  /** A day on which the clock stood still, or ran on a weekend. */
  @Serdeable
  record DayView(LocalDate day, boolean worked, String reason) {}
}
