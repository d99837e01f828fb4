package hotline.node.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Instants as people here read them. */
public final class Times {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Times() {}

  public static OffsetDateTime local(Instant instant) {
    return instant.atZone(ZONE).toOffsetDateTime();
  }
}
