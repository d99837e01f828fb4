package hotline.node.policy;

/** Reads {@code dispatch:}. */
final class DispatchSection {

  private DispatchSection() {}

  static DispatchRules read(Section section) {
    return new DispatchRules(
        section.flag("lead-waits"),
        section.constant("levels", DispatchRules.Levels.class),
        section.flag("return-within-duty-explained"),
        section.flag("hotline-handles"));
  }
}
