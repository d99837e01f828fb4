package hotline.node.reference;

import hotline.node.classification.HandlingRole;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Orders to units of this node, each with those it is reached through and watched by (DSP-05). */
@Singleton
public final class Drafts {

  private final ReferenceData reference;

  Drafts(ReferenceData reference) {
    this.reference = reference;
  }

  public OrderDraft to(
      HandlingUnit unit, HandlingRole role, @Nullable String note, @Nullable String phoned) {
    return new OrderDraft(
        ref(unit),
        role,
        note,
        unit.parent().flatMap(reference::unit).map(Drafts::ref).orElse(null),
        unit.supervisor().flatMap(reference::unit).map(Drafts::ref).orElse(null),
        phoned);
  }

  public static UnitRef ref(HandlingUnit unit) {
    return new UnitRef(UnitCode.of(unit.code()), unit.name());
  }
}
