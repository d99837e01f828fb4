package hotline.node.policy;

import hotline.node.classification.NoticeKind;

/** Reads {@code notice:}. */
final class NoticeSection {

  private NoticeSection() {}

  static NoticeRules read(Section section) {
    return new NoticeRules(
        section.constants("send", NoticeKind.class),
        section.text("signature"),
        section.texts("secrecy-words"));
  }
}
