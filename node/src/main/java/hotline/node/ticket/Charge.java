package hotline.node.ticket;

import hotline.node.classification.HandlingRole;
import org.jspecify.annotations.Nullable;

/**
 * Who has to do the work for whom; never changes during an assignment's life.
 *
 * @param assigner the node whose order it is
 * @param node the node that carries it out and owns the assignment
 * @param briefing as it was when the work was given
 * @param unit the unit of that node which does it; null when the node was given it as a whole
 */
public record Charge(
    NodeRef assigner,
    NodeRef node,
    @Nullable UnitRef unit,
    HandlingRole role,
    @Nullable String note,
    Briefing briefing) {

  /** The one who has it in hand. */
  public Assignee assignee() {
    return unit == null ? node : unit;
  }
}
