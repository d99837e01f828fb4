package hotline.node.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When people work on a working day.
 *
 * @param zone in which days and times are meant
 * @param spans in the order of the day, not overlapping
 */
public record WorkingHours(ZoneId zone, List<Span> spans) {

  /** From {@code from} until just before {@code to}. */
  public record Span(LocalTime from, LocalTime to) {

    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "working hours " + from + "-" + to + ": expected the start before the end");
      }
    }

    Duration length() {
      return Duration.between(from, to);
    }
  }

  /** 09:00–12:00 and 14:30–18:00 in Asia/Shanghai. */
  public static final WorkingHours USUAL =
      new WorkingHours(
          ZoneId.of("Asia/Shanghai"),
          List.of(
              new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
              new Span(LocalTime.of(14, 30), LocalTime.of(18, 0))));

  public WorkingHours {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("working hours: expected at least one span");
    }
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
        throw new IllegalArgumentException(
            "working hours "
                + spans.get(i).from()
                + ": expected a start not before "
                + spans.get(i - 1).to());
      }
    }
  }

  LocalTime endOfDay() {
    return spans.get(spans.size() - 1).to();
  }
}
