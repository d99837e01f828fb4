package hotline.node.line;

import hotline.node.classification.MergeMode;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.UnitRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a registered number; every command says on whose decision it is based. */
public sealed interface LineCommand {

  /**
   * Enters a number that is in use into the registry.
   *
   * @param establishedOn since when it has been in use
   */
  record RegisterLine(
      LineNumber number,
      String name,
      String purpose,
      LocalDate establishedOn,
      @Nullable UnitRef department,
      boolean roundTheClock) {}

  /**
   * Merges the number in another way (TOP-03 to TOP-09).
   *
   * @param name the new name if the mode brings one along, null to keep it
   * @param roundTheClock whether it is staffed day and night from now on
   */
  record MergeLine(
      MergeMode mode,
      @Nullable String name,
      @Nullable UnitRef department,
      @Nullable NodeRef node,
      boolean roundTheClock,
      Line.@Nullable Transition transition,
      @Nullable String basis)
      implements LineCommand {}

  /** Changes name or purpose. */
  record RenameLine(String name, String purpose, @Nullable String basis) implements LineCommand {}

  /** Says who manages the agents. */
  record ManageLine(List<Line.Manager> managers, @Nullable String basis) implements LineCommand {}

  /** Sets the voice prompt of the transition, or ends it. */
  record PromptCallers(Line.@Nullable Transition transition) implements LineCommand {}

  /** The number is no hotline any more. */
  record CancelLine(@Nullable String basis) implements LineCommand {}
}
