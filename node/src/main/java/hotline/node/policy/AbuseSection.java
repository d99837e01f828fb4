package hotline.node.policy;

import hotline.node.calendar.Limit;
import hotline.node.classification.Channel;

/** Reads {@code abuse:}. */
final class AbuseSection {

  private AbuseSection() {}

  static AbuseRules read(Section section) {
    if (section.limit("longest") instanceof Limit.WallTime time) {
      return new AbuseRules(time.time(), section.constants("channels", Channel.class));
    }
    throw section.wrong("longest", section.text("longest"), "按时钟计的时长，如 72 hours");
  }
}
