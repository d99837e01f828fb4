package hotline.node.export;

import hotline.node.view.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How values are written in exported lists. */
public final class Cells {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Cells() {}

  public static String yes(boolean yes) {
    return yes ? "是" : "否";
  }

  public static String time(Instant at) {
    return TIME.format(Times.local(at));
  }

  public static @Nullable String time(@Nullable OffsetDateTime at) {
    return at == null ? null : TIME.format(at);
  }

  public static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
