package hotline.node.policy;

import hotline.node.calendar.WorkingHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code working-hours:}. */
final class WorkingHoursSection {

  private WorkingHoursSection() {}

  static WorkingHours read(Section section) {
    ZoneId zone = section.parse("zone", section.text("zone"), "时区，如 Asia/Shanghai", ZoneId::of);
    List<WorkingHours.Span> spans = new ArrayList<>();
    for (String text : section.texts("spans")) {
      spans.add(section.parse("spans", text, "HH:MM-HH:MM，先起后止", WorkingHoursSection::span));
    }
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
        throw section.wrong(
            "spans", spans.get(i).from().toString(), "不早于上一段结束的 " + spans.get(i - 1).to());
      }
    }
    if (spans.isEmpty()) {
      throw section.wrong("spans", "至少一段，如 [\"09:00-12:00\"]");
    }
    return new WorkingHours(zone, spans);
  }

  private static WorkingHours.Span span(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new WorkingHours.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
  }
}
