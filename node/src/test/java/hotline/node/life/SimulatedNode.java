package hotline.node.life;

import hotline.node.calendar.Holidays;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.policy.Policy;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentEvent;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentLife;
import hotline.node.ticket.Decision;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.DeliveryResult;
import hotline.node.ticket.Effect;
import hotline.node.ticket.Happening;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Report;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketEvent;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketLife;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.wire.TicketCopy;
import hotline.node.wire.TicketWire;
import hotline.sync.NodeCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A node without a database: it keeps what it owns in maps, carries out effects for itself at once
 * and leaves those for others to the network. Everything it stores or sends goes through the wire
 * form and back.
 */
final class SimulatedNode {

  private final SimulatedNetwork network;
  final NodeRef self;
  final SimulatedNode parent;
  final List<SimulatedNode> children = new ArrayList<>();
  final List<UnitRef> units;

  /** Belongs to the first of the units. */
  final UnitRef subUnit;

  final Policy policy;
  final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
  final Map<AssignmentId, Assignment> assignments = new LinkedHashMap<>();
  final Map<String, TicketCopy> copies = new LinkedHashMap<>();
  private final WorkingCalendar calendar;

  SimulatedNode(
      SimulatedNetwork network, String code, String name, Policy policy, SimulatedNode parent) {
    this.network = network;
    this.self = new NodeRef(NodeCode.of(code), name);
    this.policy = policy;
    this.parent = parent;
    this.calendar = new WorkingCalendar(policy.workingHours(), Holidays.bundled());
    this.units =
        List.of(
            new UnitRef(UnitCode.of("U1"), name + "住建局"),
            new UnitRef(UnitCode.of("U2"), name + "城管局"),
            new UnitRef(UnitCode.of("U3"), name + "人社局"));
    this.subUnit = new UnitRef(UnitCode.of("U1A"), name + "住建局质监站");
    if (parent != null) {
      parent.children.add(this);
    }
  }

  DecisionContext context(Instant now, Actor actor) {
    return new DecisionContext(
        policy, calendar, now, actor, self, parent == null ? null : parent.self);
  }

  Decision<TicketEvent> register(RegisterTicket command, Actor actor) {
    DecisionContext context = context(network.now(), actor);
    Decision<TicketEvent> decision = TicketLife.register(command, context);
    if (decision instanceof Decision.Decided<TicketEvent> decided) {
      Ticket ticket = TicketLife.evolve(null, decided.events());
      decided.events().forEach(event -> network.eventsSeen().add(Happening.of(event).type()));
      tickets.put(ticket.id(), Checks.afterTicket(context, null, ticket, decided.events()));
      route(decided.effects(), actor);
    }
    return decision;
  }

  Decision<TicketEvent> decide(TicketId id, TicketCommand command, Actor actor) {
    DecisionContext context = context(network.now(), actor);
    Ticket before = tickets.get(id);
    Decision<TicketEvent> decision = TicketLife.decide(before, command, context);
    if (decision instanceof Decision.Decided<TicketEvent> decided && !decided.events().isEmpty()) {
      Ticket after = TicketLife.evolve(before, decided.events());
      decided.events().forEach(event -> network.eventsSeen().add(Happening.of(event).type()));
      tickets.put(id, Checks.afterTicket(context, before, after, decided.events()));
      route(decided.effects(), actor);
    }
    return decision;
  }

  Decision<AssignmentEvent> decide(AssignmentId id, AssignmentCommand command, Actor actor) {
    DecisionContext context = context(network.now(), actor);
    Assignment before = assignments.get(id);
    Decision<AssignmentEvent> decision = AssignmentLife.decide(before, command, context);
    if (decision instanceof Decision.Decided<AssignmentEvent> decided
        && !decided.events().isEmpty()) {
      Assignment after = AssignmentLife.evolve(before, decided.events());
      decided.events().forEach(e -> network.eventsSeen().add(Happening.of(id, e).type()));
      assignments.put(id, Checks.afterAssignment(context, before, after, decided.events()));
      route(decided.effects(), actor);
    }
    return decision;
  }

  /** Carries out an instruction, from here or from elsewhere. */
  Decision<AssignmentEvent> follow(AssignmentId id, Instruction instruction, Actor actor) {
    if (!(instruction instanceof Instruction.Dispatched dispatched)
        || assignments.containsKey(id)) {
      return decide(id, new AssignmentCommand.ReceiveInstruction(instruction), actor);
    }
    DecisionContext context = context(network.now(), actor);
    Decision<AssignmentEvent> decision = AssignmentLife.receive(id, dispatched, context);
    if (decision instanceof Decision.Decided<AssignmentEvent> decided) {
      Assignment after = AssignmentLife.evolve(null, decided.events());
      decided.events().forEach(e -> network.eventsSeen().add(Happening.of(id, e).type()));
      assignments.put(id, Checks.afterAssignment(context, null, after, decided.events()));
    }
    return decision;
  }

  /** Takes in a report, from here or from elsewhere. */
  Decision<?> hear(AssignmentId id, Report report, Actor actor) {
    return atHolder(id, new HolderCommand.ReceiveReport(id, report), actor);
  }

  void noteDelivery(AssignmentId id, DeliveryResult result) {
    atHolder(id, new HolderCommand.NoteDelivery(id, result), Actor.SYSTEM);
  }

  private Decision<?> atHolder(AssignmentId id, HolderCommand command, Actor actor) {
    return id.holder().isPresent()
        ? decide(id.holder().get(), command, actor)
        : decide(id.ticket(), command, actor);
  }

  private void route(List<Effect> effects, Actor actor) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Instruct instruct) {
        if (instruct.target().equals(self.code())) {
          Checks.requireDecided(follow(instruct.assignment(), instruct.instruction(), actor));
        } else {
          network.send(this, instruct, copyOf(instruct.assignment().ticket()));
        }
      } else if (effect instanceof Effect.SendReport report) {
        if (report.target().equals(self.code())) {
          Checks.requireDecided(hear(report.assignment(), report.report(), actor));
        } else {
          network.send(this, report);
        }
      } else if (effect instanceof Effect.PassOn pass) {
        Checks.requireDecided(decide(pass.assignment(), pass.command(), actor));
      } else if (effect instanceof Effect.NotifyRequester notify) {
        network.notified(notify);
      }
    }
  }

  private TicketCopy copyOf(TicketId id) {
    Ticket own = tickets.get(id);
    return own == null
        ? copies.get(id.toString())
        : new TicketCopy(
            id.toString(), own.version(), TicketWire.image(own).image(), TicketWire.personal(own));
  }
}
