package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.policy.Policy;
import hotline.node.policy.PolicyFile;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Decision;
import hotline.node.ticket.DeliveryResult;
import hotline.node.ticket.Effect;
import hotline.node.ticket.EventType;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.TicketId;
import hotline.node.wire.CommandPayload;
import hotline.node.wire.CommandWire;
import hotline.node.wire.NeighbourCommand;
import hotline.node.wire.TicketCopy;
import hotline.sync.NodeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** A province, a city, a district and a sub-center, and the commands on their way between them. */
final class SimulatedNetwork {

  private record Way(NodeCode from, NodeCode to, String key) {}

  private final Map<NodeCode, SimulatedNode> nodes = new LinkedHashMap<>();
  private final Map<Way, Queue<CommandPayload>> underway = new LinkedHashMap<>();
  private final List<Effect.NotifyRequester> notices = new ArrayList<>();
  private final Set<EventType> eventsSeen = EnumSet.noneOf(EventType.class);
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");

  final SimulatedNode province;
  final SimulatedNode city;
  final SimulatedNode district;
  final SimulatedNode subCenter;

  SimulatedNetwork() {
    this("qingyang");
  }

  /** With the city, and what is below it, under a policy. */
  SimulatedNetwork(String policy) {
    province =
        add(new SimulatedNode(this, "620000", "甘肃省12345热线", PolicyFile.bundled("province"), null));
    Policy rules = PolicyFile.bundled(policy);
    city = add(new SimulatedNode(this, "621000", "庆阳市12345热线", rules, province));
    district = add(new SimulatedNode(this, "621002", "西峰区12345热线", rules, city));
    subCenter = add(new SimulatedNode(this, "621000F01", "庆阳市12345热线人社分中心", rules, city));
  }

  SimulatedNode add(SimulatedNode node) {
    nodes.put(node.self.code(), node);
    return node;
  }

  List<SimulatedNode> nodes() {
    return List.copyOf(nodes.values());
  }

  SimulatedNode node(NodeCode code) {
    return nodes.get(code);
  }

  Instant now() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  /** Every type of event that has been recorded. */
  Set<EventType> eventsSeen() {
    return eventsSeen;
  }

  List<Effect.NotifyRequester> notices() {
    return notices;
  }

  void notified(Effect.NotifyRequester notice) {
    notices.add(notice);
  }

  void send(SimulatedNode from, Effect.Instruct effect, TicketCopy ticket) {
    assertNeighbours(from, effect.target());
    queue(from, effect.target(), effect.assignment(), CommandWire.encode(effect, ticket));
  }

  void send(SimulatedNode from, Effect.SendReport effect) {
    assertNeighbours(from, effect.target());
    queue(from, effect.target(), effect.assignment(), CommandWire.encode(effect));
  }

  private void assertNeighbours(SimulatedNode from, NodeCode to) {
    SimulatedNode target = nodes.get(to);
    assertThat(target == from.parent || target.parent == from)
        .as("%s commands its neighbour %s", from.self, to)
        .isTrue();
  }

  private void queue(SimulatedNode from, NodeCode to, AssignmentId id, CommandPayload command) {
    underway
        .computeIfAbsent(
            new Way(from.self.code(), to, id.ticket().toString()), way -> new ArrayDeque<>())
        .add(command);
  }

  int underway() {
    return underway.size();
  }

  /** Delivers the oldest command of one of the ways, in order per ticket like the link. */
  void deliver(int choice) {
    Way way = List.copyOf(underway.keySet()).get(choice % underway.size());
    Queue<CommandPayload> queue = underway.get(way);
    CommandPayload command = queue.remove();
    if (queue.isEmpty()) {
      underway.remove(way);
    }
    SimulatedNode target = nodes.get(way.to());
    NeighbourCommand decoded = CommandWire.decode(command.type(), command.payload());
    Decision<?> outcome = carryOut(target, decoded, Actor.node(way.from()));
    reportDelivery(nodes.get(way.from()), decoded, outcome);
  }

  void deliverAll() {
    while (!underway.isEmpty()) {
      deliver(0);
    }
  }

  private static Decision<?> carryOut(SimulatedNode target, NeighbourCommand command, Actor actor) {
    if (command instanceof NeighbourCommand.Instructed instructed) {
      TicketCopy copy = instructed.ticket();
      if (copy != null && !target.tickets.containsKey(copyId(copy))) {
        target.copies.put(copy.id(), copy);
      }
      return target.follow(instructed.assignment(), instructed.instruction(), actor);
    }
    NeighbourCommand.Reported reported = (NeighbourCommand.Reported) command;
    return target.hear(reported.assignment(), reported.report(), actor);
  }

  private static TicketId copyId(TicketCopy copy) {
    return TicketId.parse(copy.id());
  }

  private static void reportDelivery(
      SimulatedNode sender, NeighbourCommand command, Decision<?> outcome) {
    boolean work =
        command instanceof NeighbourCommand.Instructed instructed
            && (instructed.instruction() instanceof Instruction.Dispatched
                || instructed.instruction() instanceof Instruction.Redo);
    if (outcome instanceof Decision.Refused<?> refused) {
      assertThat(work).as("only work can be turned down: %s %s", command, refused).isTrue();
      sender.noteDelivery(command.assignment(), new DeliveryResult.TurnedDown(refused.message()));
    } else if (work) {
      sender.noteDelivery(command.assignment(), new DeliveryResult.Arrived());
    }
  }
}
