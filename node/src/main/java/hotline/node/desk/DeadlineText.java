package hotline.node.desk;

import hotline.node.calendar.Deadline;
import hotline.node.desk.DeadlineView.DayView;
import hotline.node.ticket.Watch;
import hotline.node.view.Times;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why something is due when it is. */
final class DeadlineText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Times.ZONE);

  private DeadlineText() {}

  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /**
   * The sentence.
   *
   * @param limit in words; null where it is not known
   * @param versions of rules and calendar, in brackets; empty where they are not known
   */
  static String of(
      Watch watch,
      Instant from,
      Deadline deadline,
      @Nullable String limit,
      String versions,
      List<DayView> days,
      List<String> notes) {
    StringBuilder text = new StringBuilder();
    text.append(watch.label())
        .append("时限 ")
        .append(minute(deadline.at()))
        .append("：自 ")
        .append(minute(from))
        .append(" 起");
    if (limit != null) {
      text.append(limit);
    }
    text.append("，依据 ").append(deadline.rule()).append(versions);
    if (!days.isEmpty()) {
      text.append("；其间");
      for (int i = 0; i < days.size(); i++) {
        text.append(i == 0 ? "" : "、").append(days.get(i).day()).append(days.get(i).reason());
      }
    }
    notes.forEach(note -> text.append("；").append(note));
    return text.append('。').toString();
  }
}
