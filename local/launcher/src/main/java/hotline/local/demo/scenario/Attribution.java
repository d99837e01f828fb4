package hotline.local.demo.scenario;

import hotline.local.demo.appeal.AppealRules;
import hotline.local.demo.appeal.Dice;
import hotline.local.demo.client.Ref;
import hotline.local.demo.client.Reference;
import hotline.local.demo.client.TicketView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** To whom a dispatcher gives a ticket: the node below whose region it is, or units of the node. */
final class Attribution {

  private static final String LEAD = "LEAD";
  private static final String CO = "CO";

  private final Dice dice;
  private final Decisions decisions;
  private final AppealRules rules;

  Attribution(Dice dice, Decisions decisions, AppealRules rules) {
    this.dice = dice;
    this.decisions = decisions;
    this.rules = rules;
  }

  /**
   * The orders to place.
   *
   * @param excluded codes of units and nodes that had it before or brought it here
   */
  List<OrderDraft> orders(TicketView ticket, Reference reference, Set<String> excluded) {
    String key = Decisions.key(ticket);
    Optional<Ref> child =
        childFor(ticket, reference).filter(node -> !excluded.contains(node.code()));
    boolean top = reference.parent() == null;
    List<Ref> units =
        reference.topUnits().stream().filter(unit -> !excluded.contains(unit.code())).toList();
    if (child.isPresent() && (units.isEmpty() || top || decisions.sendsDown(ticket, true))) {
      List<OrderDraft> orders = new ArrayList<>();
      orders.add(OrderDraft.node(child.get().code(), LEAD));
      if (!units.isEmpty() && dice.chance(12, "joint", key)) {
        orders.add(OrderDraft.unit(leadUnit(ticket, units).code(), CO));
      }
      return orders;
    }
    List<Ref> choices = units.isEmpty() ? reference.topUnits() : units;
    Ref lead = leadUnit(ticket, choices);
    List<OrderDraft> orders = new ArrayList<>();
    orders.add(OrderDraft.unit(lead.code(), LEAD));
    if (choices.size() > 1 && dice.chance(15, "co", key)) {
      Ref co = choices.get(dice.below(choices.size(), "co-unit", key));
      if (!co.code().equals(lead.code())) {
        orders.add(OrderDraft.unit(co.code(), CO));
      }
    }
    return orders;
  }

  /** The child whose region it is; at the top, the one around that region. */
  private Optional<Ref> childFor(TicketView ticket, Reference reference) {
    String region = ticket.region().code();
    boolean labour =
        rules.unitName(ticket.title(), ticket.content()).filter("人社"::equals).isPresent();
    return reference.children().stream()
        .filter(
            child ->
                child.code().equals(region)
                    || (child.code().endsWith("00") && child.code().regionMatches(0, region, 0, 4))
                    || (labour && child.code().length() > 6))
        .findFirst();
  }

  private Ref leadUnit(TicketView ticket, List<Ref> units) {
    String hint = rules.unitName(ticket.title(), ticket.content()).orElse("");
    return units.stream()
        .filter(unit -> !hint.isEmpty() && unit.name().contains(hint))
        .findFirst()
        .orElseGet(() -> units.get(dice.below(units.size(), "unit", Decisions.key(ticket))));
  }
}
