package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what happened to deadlines in a sentence each. */
final class DeadlineStory {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private DeadlineStory() {}

  static String alarm(Alarm alarm) {
    return alarm.watch().label()
        + (alarm.stage() == Alarm.Stage.PASSED ? "时限已过：" : "时限将至：")
        + LOCAL.format(alarm.deadline().at())
        + "（"
        + alarm.deadline().rule()
        + "）";
  }

  static String changes(CitizenClock before, CitizenClock after) {
    List<String> changes = new ArrayList<>();
    note(changes, "派单", before.dispatchBy(), after.dispatchBy());
    note(changes, "答复诉求人", before.due(), after.due());
    return text(changes);
  }

  static String changes(@Nullable Terms before, Terms after) {
    List<String> changes = new ArrayList<>();
    note(changes, "签收", before == null ? null : before.signForDue(), after.signForDue());
    note(changes, "退单", before == null ? null : before.returnBy(), after.returnBy());
    note(changes, "办理答复", before == null ? null : before.due(), after.due());
    return text(changes);
  }

  private static String text(List<String> changes) {
    return changes.isEmpty() ? "日历已公布，时限不变" : String.join("；", changes);
  }

  private static void note(
      List<String> changes, String what, @Nullable Deadline before, @Nullable Deadline after) {
    if (after == null || before != null && before.at().equals(after.at())) {
      return;
    }
    changes.add(
        what
            + "时限"
            + (before == null ? "为" : "由 " + LOCAL.format(before.at()) + " 改为")
            + " "
            + LOCAL.format(after.at())
            + (after.provisional() ? "（暂定）" : ""));
  }
}
