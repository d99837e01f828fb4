package hotline.node.ticket;

import hotline.node.classification.HandlingRole;
import org.jspecify.annotations.Nullable;

/**
 * An order that a dispatcher wants to place; the assignee has been found to exist.
 *
 * @param under the unit that a second-level unit belongs to, null for all others (DSP-05)
 * @param supervisor the department that supervises a public utility, null for all others (DSP-05)
 * @param phoned that the assignee was called by telephone as well, null when not yet (DSP-11)
 */
public record OrderDraft(
    Assignee assignee,
    HandlingRole role,
    @Nullable String note,
    @Nullable UnitRef under,
    @Nullable UnitRef supervisor,
    @Nullable String phoned) {

  /** To an assignee of its own standing. */
  public OrderDraft(Assignee assignee, HandlingRole role, @Nullable String note) {
    this(assignee, role, note, null, null, null);
  }
}
