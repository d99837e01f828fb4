package hotline.node.ticket;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an assignment stands to others.
 *
 * @param opinions what the co-handlers say, for a lead (DSP-02)
 * @param merge what it has been merged into, null when it stands for itself (LIF-15)
 * @param merged what has been merged into it: assignments of other tickets of the same unit
 */
public record Teamwork(List<CoOpinion> opinions, @Nullable Merge merge, List<AssignmentId> merged) {

  public static final Teamwork NONE = new Teamwork(List.of(), null, List.of());

  public Teamwork {
    opinions = List.copyOf(opinions);
    merged = List.copyOf(merged);
  }

  Teamwork with(List<CoOpinion> opinions) {
    return new Teamwork(opinions, merge, merged);
  }

  Teamwork joined(@Nullable Merge merge) {
    return new Teamwork(opinions, merge, merged);
  }

  Teamwork taking(List<AssignmentId> others) {
    List<AssignmentId> longer = new ArrayList<>(merged);
    longer.addAll(others);
    return new Teamwork(opinions, merge, longer);
  }

  /** Without any tie to the other one. */
  Teamwork without(AssignmentId other) {
    return new Teamwork(
        opinions,
        merge != null && merge.into().equals(other) ? null : merge,
        merged.stream().filter(id -> !id.equals(other)).toList());
  }

  boolean tiedTo(AssignmentId other) {
    return merged.contains(other) || (merge != null && merge.into().equals(other));
  }

  /** All that it is merged with. */
  List<AssignmentId> partners() {
    List<AssignmentId> partners = new ArrayList<>(merged);
    if (merge != null) {
      partners.add(merge.into());
    }
    return partners;
  }
}
