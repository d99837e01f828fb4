package hotline.node.policy;

import hotline.node.classification.MergeMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How other hotlines are merged (TOP-01 to TOP-22).
 *
 * @param emergencyNumbers excluded from merging, and where urgent calls are passed on to (TOP-01)
 * @param transitions from which mode which modes can be reached (TOP-09)
 * @param frozenSince from this day on no number may be set up any more; null where it may (TOP-04)
 * @param renaming whether name and purpose of a number may change (TOP-04)
 * @param promptNeeded whether a number that stops ringing at its own desk needs a voice prompt for
 *     a while (TOP-10)
 * @param jointlyManaged in which modes several bodies may manage the agents (TOP-13, TOP-34)
 * @param roundTheClock which modes demand staffing day and night (TOP-08, TOP-15)
 * @param names what the name must look like in a mode (TOP-17)
 */
public record LineRules(
    Set<String> emergencyNumbers,
    Map<MergeMode, Set<MergeMode>> transitions,
    @Nullable LocalDate frozenSince,
    boolean renaming,
    boolean promptNeeded,
    Set<MergeMode> jointlyManaged,
    Set<MergeMode> roundTheClock,
    Map<MergeMode, Pattern> names) {

  public LineRules {
    emergencyNumbers = Set.copyOf(emergencyNumbers);
    transitions = Map.copyOf(transitions);
    jointlyManaged = Set.copyOf(jointlyManaged);
    roundTheClock = Set.copyOf(roundTheClock);
    names = Map.copyOf(names);
  }

  public Set<MergeMode> reachableFrom(MergeMode mode) {
    return transitions.getOrDefault(mode, Set.of());
  }
}
