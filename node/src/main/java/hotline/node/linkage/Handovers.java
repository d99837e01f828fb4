package hotline.node.linkage;

import hotline.node.classification.HandlingRole;
import hotline.node.classification.HandoverState;
import hotline.node.classification.MergeMode;
import hotline.node.entity.Checks;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.line.Line;
import hotline.node.line.LineNumber;
import hotline.node.policy.RuledLimit;
import hotline.node.store.EntityStore;
import hotline.node.store.LinkageStore;
import hotline.node.store.LinkageStore.Direction;
import hotline.node.store.LinkageStore.Handover;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.EmergencyTransfer;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitRef;
import hotline.node.wire.EntityForms;
import hotline.node.work.Rules;
import hotline.node.work.TicketWork;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hands matters to emergency numbers, public utilities and the hotlines of other provinces' cities
 * and keeps what becomes of them: what the other side takes, turns down or answers, and what does
 * not get there, which waits for somebody at the desk (EMG-01 to EMG-03, EMG-06, TOP-26). A
 * ticket's row is locked before that of its handover.
 */
@Singleton
public final class Handovers {

  private final LinkageStore store;
  private final TicketWork work;
  private final EntityStore entities;
  private final Rules rules;
  private final Clock clock;

  Handovers(LinkageStore store, TicketWork work, EntityStore entities, Rules rules, Clock clock) {
    this.store = store;
    this.work = work;
    this.entities = entities;
    this.rules = rules;
    this.clock = clock;
  }

  /** What is to be handed over, and how. */
  public record Draft(
      String number, TicketId ticket, @Nullable String call, boolean threeParty, String reason) {}

  /** Whether matters are worked out with this number: an emergency number or a utility's. */
  public boolean isLinked(Tx tx, String number) {
    return isEmergency(number) || utility(tx, number).isPresent();
  }

  /**
   * Hands a ticket of this node over. To an emergency number it goes on here as well; a utility
   * gets it as its work, by which it is assessed (EMG-06).
   *
   * @throws RefusedException when the number is no such hotline, or has it already
   */
  public Handover out(Tx tx, Actor actor, Draft draft) {
    UnitRef utility = isEmergency(draft.number()) ? null : department(tx, draft.number());
    AssignmentId assignment =
        utility == null
            ? report(tx, actor, draft.ticket(), draft.number(), false, "移送：" + draft.reason())
            : dispatch(tx, actor, draft, utility);
    List<Handover> before = store.ofTicket(tx, draft.ticket());
    Checks.require(
        before.stream().noneMatch(one -> isAtHand(one, draft.number())),
        ErrorCode.ALREADY_EXISTS,
        "工单 " + draft.ticket() + " 已移送 " + draft.number() + "，尚在处理");
    Instant now = clock.instant();
    Handover handover =
        new Handover(
            draft.ticket() + "-H" + (before.size() + 1),
            Direction.OUT,
            draft.number(),
            draft.ticket(),
            assignment,
            draft.call(),
            draft.threeParty(),
            HandoverState.WAITING,
            1,
            null,
            draft.reason(),
            null,
            actor.id(),
            now,
            due(now),
            null);
    store.insert(tx, handover);
    return handover;
  }

  /** The other side has it; what was taken by voice gets its number later, and a repeat is one. */
  Handover take(Tx tx, Actor actor, Handover seen, @Nullable String theirNumber, String note) {
    if (seen.state() == HandoverState.TAKEN
        && theirNumber != null
        && (seen.theirNumber() == null || theirNumber.equals(seen.theirNumber()))) {
      return change(
          tx, seen, current -> current.become(current.state(), theirNumber, null, clock.instant()));
    }
    require(seen, HandoverState.WAITING, HandoverState.FAILED);
    AssignmentId assignment = seen.assignment();
    if (assignment == null) {
      report(tx, actor, seen.ticket(), seen.number(), true, "已接收：" + note);
    } else {
      signFor(tx, actor, assignment, note);
    }
    return change(
        tx,
        seen,
        current -> {
          require(current, HandoverState.WAITING, HandoverState.FAILED);
          return current.become(HandoverState.TAKEN, theirNumber, note, clock.instant());
        });
  }

  /** The other side turns it down, or it did not get there: shown at the desk. */
  Handover fail(Tx tx, Actor actor, Handover seen, String reason) {
    require(seen, HandoverState.WAITING, HandoverState.TAKEN);
    if (seen.assignment() == null) {
      report(tx, actor, seen.ticket(), seen.number(), false, "未成功：" + reason);
    }
    return change(
        tx,
        seen,
        current -> {
          require(current, HandoverState.WAITING, HandoverState.TAKEN);
          return current.become(HandoverState.FAILED, null, reason, clock.instant());
        });
  }

  /** The other side says what became of it; for a utility that is its answer to the citizen. */
  Handover answer(Tx tx, Actor actor, Handover seen, String text, boolean resolved) {
    require(seen, HandoverState.TAKEN);
    AssignmentId assignment = seen.assignment();
    if (assignment == null) {
      report(tx, actor, seen.ticket(), seen.number(), true, "反馈：" + text);
    } else {
      onAssignment(
          tx, actor, assignment, new AssignmentCommand.ReplyToHolder(text, resolved, true));
    }
    return change(
        tx,
        seen,
        current -> {
          require(current, HandoverState.TAKEN);
          return current.become(HandoverState.ANSWERED, null, text, clock.instant());
        });
  }

  /** Somebody at the desk tries once more what failed, or was left lying. */
  Handover retry(Tx tx, Actor actor, Handover seen, String note) {
    Instant now = clock.instant();
    Checks.require(
        seen.state() == HandoverState.FAILED || seen.overdue(now),
        ErrorCode.STATE_FORBIDS,
        "移送 " + seen.id() + " 是“" + seen.state().label() + "”且未超过接收时限，无须重新移送");
    if (seen.assignment() == null) {
      report(tx, actor, seen.ticket(), seen.number(), false, "再次移送：" + note);
    }
    return change(tx, seen, current -> current.again(due(now)));
  }

  /** An exchange reports whether a call got there in which something was handed over. */
  public void callEnded(Tx tx, Actor actor, String call, String number, boolean succeeded) {
    for (Handover waiting : store.waitingOfCall(tx, call, number)) {
      if (succeeded) {
        take(tx, actor, waiting, null, waiting.threeParty() ? "三方通话已接通" : "来电已转接");
      } else {
        fail(tx, actor, waiting, waiting.threeParty() ? "三方通话未接通" : "转接未接通");
      }
    }
  }

  /** Keeps what another hotline has handed to this node. */
  void in(Tx tx, Actor actor, Ticket ticket, String number, String theirNumber, String reason) {
    Instant now = clock.instant();
    store.insert(
        tx,
        new Handover(
            ticket.id() + "-H" + (store.ofTicket(tx, ticket.id()).size() + 1),
            Direction.IN,
            number,
            ticket.id(),
            null,
            null,
            false,
            HandoverState.TAKEN,
            1,
            theirNumber,
            reason,
            null,
            actor.id(),
            now,
            null,
            now));
  }

  private boolean isEmergency(String number) {
    return rules.policy().lines().emergencyNumbers().contains(number);
  }

  private static boolean isAtHand(Handover handover, String number) {
    return handover.direction() == Direction.OUT
        && handover.number().equals(number)
        && handover.state() != HandoverState.ANSWERED;
  }

  /** A hotline that is kept beside 12345 and goes on working by itself (TOP-21). */
  private Optional<UnitRef> utility(Tx tx, String number) {
    return LineNumber.isOne(number)
        ? entities
            .find(tx, EntityForms.LINE, Line.id(rules.self(), new LineNumber(number)))
            .filter(line -> !line.cancelled())
            .filter(
                line -> line.mode() == MergeMode.PARALLEL || line.mode() == MergeMode.INDEPENDENT)
            .map(Line::department)
        : Optional.empty();
  }

  private UnitRef department(Tx tx, String number) {
    return utility(tx, number)
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.UNKNOWN_ASSIGNEE,
                    "“"
                        + number
                        + "”既不是紧急热线（"
                        + String.join("、", new TreeSet<>(rules.policy().lines().emergencyNumbers()))
                        + "），也不是登记了主管单位的公共事业热线"));
  }

  private @Nullable AssignmentId dispatch(Tx tx, Actor actor, Draft draft, UnitRef utility) {
    return work.carryOut(
        tx,
        unit -> {
          unit.actAs(actor);
          if (orderOf(unit.ticket(draft.ticket()), utility).isEmpty()) {
            unit.decide(
                draft.ticket(),
                new HolderCommand.PlaceOrders(
                    List.of(new OrderDraft(utility, HandlingRole.LEAD, draft.reason()))));
          }
          return orderOf(unit.settled(draft.ticket()), utility).orElseThrow();
        });
  }

  private static Optional<AssignmentId> orderOf(Ticket ticket, UnitRef utility) {
    return ticket.orders().live().stream()
        .filter(order -> order.assignee().codeText().equals(utility.codeText()))
        .map(Order::assignment)
        .findFirst();
  }

  /** Somebody at the utility, or the timer for the silent, may have signed for it before. */
  private void signFor(Tx tx, Actor actor, AssignmentId assignment, String note) {
    work.carryOut(
        tx,
        unit -> {
          unit.actAs(actor);
          if (unit.assignment(assignment).state() == AssignmentState.AWAITING_SIGN_FOR) {
            unit.decide(assignment, new AssignmentCommand.SignForWork(note));
          }
          return unit.settled(assignment);
        });
  }

  private void onAssignment(
      Tx tx, Actor actor, AssignmentId assignment, AssignmentCommand command) {
    work.carryOut(
        tx,
        unit -> {
          unit.actAs(actor);
          unit.decide(assignment, command);
          return unit.settled(assignment);
        });
  }

  /**
   * Puts it on the ticket, where every node above sees it. A ticket that has come to its end takes
   * nothing any more; the handover keeps it then.
   */
  private @Nullable AssignmentId report(
      Tx tx, Actor actor, TicketId ticket, String number, boolean connected, String note) {
    try {
      work.carryOut(
          tx,
          unit -> {
            unit.actAs(actor);
            unit.decide(
                ticket,
                new TicketCommand.TransferToEmergency(
                    new EmergencyTransfer.Report(number, connected, note)));
            return unit.settled(ticket);
          });
    } catch (RefusedException e) {
      if (e.code() != ErrorCode.STATE_FORBIDS) {
        throw e;
      }
    }
    return null;
  }

  private @Nullable Instant due(Instant now) {
    RuledLimit limit = rules.policy().telephony().acknowledge();
    return limit == null ? null : rules.calendar().deadline(now, limit.limit(), limit.rule()).at();
  }

  private Handover change(Tx tx, Handover seen, UnaryOperator<Handover> change) {
    Handover after =
        change.apply(
            store
                .lock(tx, seen.id())
                .orElseThrow(() -> new IllegalStateException(seen.id() + " is gone")));
    store.save(tx, after);
    return after;
  }

  private static void require(Handover handover, HandoverState... states) {
    Checks.require(
        List.of(states).contains(handover.state()),
        ErrorCode.STATE_FORBIDS,
        "移送 " + handover.id() + " 已是“" + handover.state().label() + "”");
  }
}
