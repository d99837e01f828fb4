package hotline.node.policy;

import hotline.node.classification.RedoGround;

/** Reads {@code follow-up:}. */
final class FollowUpSection {

  private FollowUpSection() {}

  static FollowUpRules read(Section section) {
    return new FollowUpRules(
        section.optionalRuledLimit("silence"),
        section.flag("after-immediate-answer"),
        section.constants("redo-grounds", RedoGround.class));
  }
}
