package hotline.node.policy;

import hotline.node.classification.Category;

/**
 * How work is given out.
 *
 * @param leadWaits whether a lead waits for its co-handlers' opinions until its limit (DSP-02)
 * @param levels whether second-level units are reached through their superiors only (DSP-05,
 *     DSP-10)
 * @param returnWithinDutyExplained whether a return of what the catalogue attributes to the unit
 *     takes a word of explanation to be approved (LIF-07)
 * @param hotlineHandles whether a hotline may answer work that it received without sending it on;
 *     otherwise it only answers what can be answered at once (TOP-23)
 */
public record DispatchRules(
    boolean leadWaits, Levels levels, boolean returnWithinDutyExplained, boolean hotlineHandles) {

  /** How strictly dispatch goes level by level. */
  public enum Levels {
    FREE,
    STRICT,
    /** Strict, except for simple consultations (DSP-10). */
    EXCEPT_CONSULTATION
  }

  public boolean levelByLevel(Category category) {
    return switch (levels) {
      case FREE -> false;
      case STRICT -> true;
      case EXCEPT_CONSULTATION -> category != Category.CONSULTATION;
    };
  }
}
