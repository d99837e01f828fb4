package hotline.node.policy;

import hotline.node.classification.RedoGround;
import hotline.node.classification.ScreeningGround;

/** Reads {@code follow-up:}. */
final class FollowUpSection {

  private FollowUpSection() {}

  static FollowUpRules read(Section section) {
    return new FollowUpRules(
        section.constant("scale", RatingScale.class),
        section.optionalRuledLimit("silence"),
        section.flag("after-immediate-answer"),
        section.flag("call-when-dissatisfied"),
        section.number("call-attempts", 1, 20),
        section.flag("panel-before-redo"),
        section.limit("link-valid"),
        section.constants("redo-grounds", RedoGround.class),
        section.optionalConstants("screening-grounds", ScreeningGround.class));
  }
}
