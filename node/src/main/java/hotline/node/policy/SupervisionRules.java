package hotline.node.policy;

import hotline.node.classification.SupervisionTool;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what means a node supervises, and what sets it off by itself.
 *
 * @param tools the ones that the city names (SUP-02, SUP-04, SUP-06)
 * @param explanation by when an explanation is owed (SUP-01)
 * @param overdue whether work that is not done in time is supervised
 * @param redoneMoreThan work that was done again more often than this; 0 for never
 * @param returnedMoreThan tickets that more units than this gave back; 0 for never
 * @param extensionsMoreThan work that got more extensions than this; 0 for never
 * @param improperReturn whether a return that is turned down is supervised (SUP-03)
 * @param lowRates null where rates set nothing off
 */
public record SupervisionRules(
    Set<SupervisionTool> tools,
    RuledLimit explanation,
    boolean overdue,
    int redoneMoreThan,
    int returnedMoreThan,
    int extensionsMoreThan,
    boolean improperReturn,
    @Nullable LowRates lowRates) {

  public SupervisionRules {
    tools = Set.copyOf(tools);
  }

  /** How the two rates are taken together. */
  public enum Combine {
    /** One of them below is enough. */
    EITHER,
    BOTH
  }

  /**
   * Units whose rates of the month so far are too low (SUP-05, SLA-16).
   *
   * @param day of the month on which they are looked at
   * @param percent a rate below this is too low
   * @param atLeast how many ratings a unit must have for its rates to mean anything
   */
  public record LowRates(int day, int percent, Combine combine, int atLeast) {

    /** Whether rates, in percent, are too low; null for one that nobody has rated. */
    public boolean tooLow(@Nullable Double solved, @Nullable Double satisfied) {
      boolean solvedLow = solved != null && solved < percent;
      boolean satisfiedLow = satisfied != null && satisfied < percent;
      return combine == Combine.EITHER ? solvedLow || satisfiedLow : solvedLow && satisfiedLow;
    }
  }
}
