package hotline.node.policy;

import java.util.Set;

/** Reads {@code telephony:}. */
final class TelephonySection {

  private TelephonySection() {}

  static TelephonyRules read(Section section) {
    return new TelephonyRules(
        section.number("menu-depth", 0, 5),
        section.text("busy-prompt"),
        section.text("restricted-prompt"),
        section.ruledLimit("call-back"),
        section.number("attempts", 1, 10),
        section.optionalRuledLimit("acknowledge"),
        Set.copyOf(section.texts("expert-lines")));
  }
}
