package hotline.node.policy;

import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.RedoGround;
import hotline.node.classification.ScreeningGround;
import java.util.Set;

/** Reads {@code follow-up:}. */
final class FollowUpSection {

  private FollowUpSection() {}

  static FollowUpRules read(Section section) {
    Set<FollowUpChannel> channels = section.constants("channels", FollowUpChannel.class);
    if (channels.isEmpty() || channels.contains(FollowUpChannel.SILENCE)) {
      throw section.wrong("channels", "call、sms、link 中的至少一项");
    }
    return new FollowUpRules(
        section.constant("scale", RatingScale.class),
        channels,
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
