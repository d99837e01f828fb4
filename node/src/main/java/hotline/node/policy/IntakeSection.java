package hotline.node.policy;

import hotline.node.classification.RefusalGround;

/** Reads {@code intake:}. */
final class IntakeSection {

  private IntakeSection() {}

  static IntakeRules read(Section section) {
    return new IntakeRules(
        section.constants("required", IntakeElement.class),
        section.flag("anonymous-allowed"),
        section.flag("refuse-duplicates"),
        section.constants("refusal-grounds", RefusalGround.class));
  }
}
