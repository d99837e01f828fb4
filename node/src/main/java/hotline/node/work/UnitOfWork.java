package hotline.node.work;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.TicketImage;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentCommand.ReceiveInstruction;
import hotline.node.ticket.AssignmentEvent;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentLife;
import hotline.node.ticket.Decision;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.Effect;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.HolderCommand.ReceiveReport;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.ProgressNotices;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Report;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketEvent;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketLife;
import hotline.node.wire.JournalRecord;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction does to tickets and assignments: takes commands, lets the pure decisions
 * decide, carries effects on to the other aggregates of this node, and finally writes everything
 * down. Nothing is written before {@link #save}, so a refusal leaves no trace. For one thread.
 */
public final class UnitOfWork {

  private final Tx tx;
  private final Rules rules;
  private final Clock clock;
  private final Ledger ledger;
  private Actor actor = Actor.SYSTEM;
  private @Nullable Instant now;
  private final Map<TicketId, Tracked<Ticket>> tickets = new LinkedHashMap<>();

  /**
   * As they are stored: what is handed on to other nodes of tickets that this node does not own.
   */
  private final Map<TicketId, TicketImage> stored = new HashMap<>();

  private final Map<AssignmentId, Tracked<Assignment>> assignments = new LinkedHashMap<>();
  private final Deque<Effect> effects = new ArrayDeque<>();
  private final Changeset changes = new Changeset();

  UnitOfWork(Tx tx, Rules rules, Clock clock, Ledger ledger) {
    this.tx = tx;
    this.rules = rules;
    this.clock = clock;
    this.ledger = ledger;
  }

  /** The ticket as it is now, its row locked. */
  public Ticket ticket(TicketId id) {
    return tracked(id).now();
  }

  /** The assignment as it is now, its ticket's row locked. */
  public Assignment assignment(AssignmentId id) {
    return tracked(id).now();
  }

  /** Who acts in everything that follows; the node's own timers when nobody is named. */
  public void actAs(Actor actor) {
    this.actor = actor;
    this.now = null;
  }

  public Tx tx() {
    return tx;
  }

  /** Registers a new ticket of this node. */
  public Ticket register(RegisterTicket command) {
    var decided = decided(TicketLife.register(command, context(null)));
    Ticket ticket = TicketLife.evolve(null, decided.events());
    tickets.put(ticket.id(), Tracked.created(ticket));
    noteTicket(decided, ticket, context(null));
    return ticket;
  }

  /** Has a ticket of this node take a command. */
  public Ticket decide(TicketId id, TicketCommand command) {
    Tracked<Ticket> ticket = tracked(id);
    requireOwn(ticket.now().owner(), "工单 " + id);
    DecisionContext context = context(ticket.now());
    var decided = decided(TicketLife.decide(ticket.now(), command, context));
    if (!decided.events().isEmpty()) {
      ticket.become(TicketLife.evolve(ticket.now(), decided.events()));
    }
    noteTicket(decided, ticket.now(), context);
    return ticket.now();
  }

  /** Has an assignment of this node take a command. */
  public Assignment decide(AssignmentId id, AssignmentCommand command) {
    Tracked<Assignment> assignment = tracked(id);
    requireOwn(assignment.now().charge().node(), "派办 " + id);
    DecisionContext context = context(ticket(id.ticket()));
    var decided = decided(AssignmentLife.decide(assignment.now(), command, context));
    if (!decided.events().isEmpty()) {
      assignment.become(AssignmentLife.evolve(assignment.now(), decided.events()));
    }
    noteAssignment(decided, assignment.now(), context);
    return assignment.now();
  }

  /** Has the holder of an order, ticket or assignment, take a command about it. */
  public void decideAsHolder(AssignmentId order, HolderCommand command) {
    order
        .holder()
        .ifPresentOrElse(holder -> decide(holder, command), () -> decide(order.ticket(), command));
  }

  /** Takes in an instruction of a holder: new work, or word about work that is here. */
  public void instruct(AssignmentId id, Instruction instruction) {
    if (instruction instanceof Instruction.Dispatched dispatched) {
      receive(id, dispatched);
    } else {
      decide(id, new ReceiveInstruction(instruction));
    }
  }

  /** Takes in a report of an assignee about an order that is held here. */
  public void report(AssignmentId order, Report report) {
    decideAsHolder(order, new ReceiveReport(order, report));
  }

  /** Takes in the copy of a ticket that came with work from another node. */
  public void copy(TicketImage copy) {
    ledger.lockedTicket(tx, copy.ticket().id());
    changes.copies.add(copy);
    tickets.put(copy.ticket().id(), Tracked.loaded(copy.ticket()));
    stored.put(copy.ticket().id(), copy);
  }

  /** Takes in a newer copy of a ticket that another node owns; an older one changes nothing. */
  public void refresh(TicketImage copy) {
    Tracked<Ticket> known = tracked(copy.ticket().id());
    boolean newer = copy.ticket().version() > known.now().version();
    if (newer && !isSelf(known.now().owner().code())) {
      copy(copy);
    }
  }

  /** The ticket once all that follows from the decisions so far has happened. */
  public Ticket settled(TicketId id) {
    settle();
    return ticket(id);
  }

  /** Likewise the assignment. */
  public Assignment settled(AssignmentId id) {
    settle();
    return assignment(id);
  }

  /** Writes everything down; the last thing to be called. */
  void save() {
    settle();
    tickets.values().stream().filter(Tracked::changed).forEach(changes.tickets::add);
    assignments.values().stream().filter(Tracked::changed).forEach(changes.assignments::add);
    changes.tickets.forEach(t -> changes.projections.add(Projection.ofTicket(t, context(t.now()))));
    changes.assignments.forEach(
        a ->
            changes.projections.add(
                Projection.ofAssignment(a, context(ticket(a.now().id().ticket())))));
    ledger.write(tx, changes, stored);
  }

  private void settle() {
    for (Effect effect = effects.poll(); effect != null; effect = effects.poll()) {
      carryOut(effect);
    }
  }

  private void carryOut(Effect effect) {
    if (effect instanceof Effect.Instruct instruct) {
      if (isSelf(instruct.target())) {
        instruct(instruct.assignment(), instruct.instruction());
      } else {
        changes.outgoing.add(instruct);
      }
    } else if (effect instanceof Effect.SendReport send) {
      if (isSelf(send.target())) {
        report(send.assignment(), send.report());
      } else {
        changes.outgoing.add(send);
      }
    } else if (effect instanceof Effect.PassOn pass) {
      decide(pass.assignment(), pass.command());
    } else if (effect instanceof Effect.NotifyRequester notify) {
      Ticket about = ticket(notify.ticket());
      DecisionContext context = context(about);
      CitizenNotices.draft(
              notify, about, context.policy().notice(), context.now(), changes.notices.size())
          .ifPresent(changes.notices::add);
    }
  }

  private void receive(AssignmentId id, Instruction.Dispatched dispatched) {
    DecisionContext context = context(ticket(id.ticket()));
    if (assignments.containsKey(id) || ledger.assignment(tx, id).isPresent()) {
      throw new RefusedException(ErrorCode.ALREADY_EXISTS, "派办 " + id + " 已经收到过");
    }
    var decided = decided(AssignmentLife.receive(id, dispatched, context));
    Assignment assignment = AssignmentLife.evolve(null, decided.events());
    assignments.put(id, Tracked.created(assignment));
    noteAssignment(decided, assignment, context);
  }

  private void noteTicket(
      Decision.Decided<TicketEvent> decided, Ticket after, DecisionContext context) {
    if (!decided.events().isEmpty()) {
      changes.records.add(JournalRecord.of(context, after, decided.events()));
    }
    effects.addAll(ProgressNotices.of(after, decided.events()));
    effects.addAll(decided.effects());
  }

  private void noteAssignment(
      Decision.Decided<AssignmentEvent> decided, Assignment after, DecisionContext context) {
    if (!decided.events().isEmpty()) {
      changes.records.add(JournalRecord.of(context, after, decided.events()));
    }
    effects.addAll(decided.effects());
  }

  private Tracked<Ticket> tracked(TicketId id) {
    Tracked<Ticket> known = tickets.get(id);
    if (known == null) {
      TicketImage image =
          ledger
              .lockedTicket(tx, id)
              .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "本节点没有工单 " + id));
      known = Tracked.loaded(image.ticket());
      tickets.put(id, known);
      stored.put(id, image);
    }
    return known;
  }

  private Tracked<Assignment> tracked(AssignmentId id) {
    tracked(id.ticket());
    Tracked<Assignment> known = assignments.get(id);
    if (known == null) {
      known =
          Tracked.loaded(
              ledger
                  .assignment(tx, id)
                  .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "本节点没有派办 " + id)));
      assignments.put(id, known);
    }
    return known;
  }

  /**
   * By the policy that the ticket is judged by. The moment is read once a ticket's row is locked,
   * so that no decision is dated before the one it follows.
   */
  private DecisionContext context(@Nullable Ticket ticket) {
    if (now == null) {
      now = clock.instant();
    }
    return rules.context(actor, now, ticket);
  }

  private boolean isSelf(NodeCode node) {
    return node.equals(rules.self().code());
  }

  private void requireOwn(NodeRef owner, String what) {
    if (!isSelf(owner.code())) {
      throw new RefusedException(ErrorCode.NOT_OWNER, what + " 由“" + owner.name() + "”管理，本节点不能更改");
    }
  }

  private static <E> Decision.Decided<E> decided(Decision<E> decision) {
    if (decision instanceof Decision.Refused<E> refused) {
      throw new RefusedException(refused.code(), refused.message());
    }
    return (Decision.Decided<E>) decision;
  }
}
