package hotline.node.calendar;

import java.time.Instant;

/**
 * A moment by which something has to be done.
 *
 * @param at still in time at this very instant, late after it
 * @param rule the requirement row or policy rule that it follows from, e.g. {@code SLA-02}
 * @param provisional whether it runs into a year whose calendar is not known yet, so that it is
 *     computed again when the calendar arrives
 */
public record Deadline(Instant at, String rule, boolean provisional) {

  public boolean isPast(Instant now) {
    return now.isAfter(at);
  }
}
