package hotline.node.switchboard;

import hotline.node.classification.CallTarget;
import hotline.node.classification.HandlingRole;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.line.Line;
import hotline.node.line.LineNumber;
import hotline.node.linkage.Handovers;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.store.EntityStore;
import hotline.node.store.ExpertSeatStore;
import hotline.node.store.TicketStore;
import hotline.node.switchboard.CallController.TransferRequest;
import hotline.node.telephony.Call;
import hotline.node.telephony.CallFact;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.wire.EntityForms;
import hotline.node.work.EntityWork;
import hotline.node.work.Rules;
import hotline.node.work.TicketWork;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Passes calls on, together with their tickets. */
@Singleton
final class CallTransfers {

  private final Calls calls;
  private final EntityWork work;
  private final TicketWork ticketWork;
  private final EntityStore entities;
  private final TicketStore tickets;
  private final Rules rules;
  private final Neighbours neighbours;
  private final ReferenceData reference;
  private final Handovers handovers;
  private final ExpertSeatStore seats;

  CallTransfers(
      Calls calls,
      EntityWork work,
      TicketWork ticketWork,
      EntityStore entities,
      TicketStore tickets,
      Rules rules,
      Neighbours neighbours,
      ReferenceData reference,
      Handovers handovers,
      ExpertSeatStore seats) {
    this.handovers = handovers;
    this.seats = seats;
    this.calls = calls;
    this.work = work;
    this.ticketWork = ticketWork;
    this.entities = entities;
    this.tickets = tickets;
    this.rules = rules;
    this.neighbours = neighbours;
    this.reference = reference;
  }

  Call transfer(Tx tx, Actor actor, String id, TransferRequest request) {
    Optional<Assignee> place = place(tx, request);
    if (request.ticketId() != null) {
      TicketId ticket = Ids.ticket(request.ticketId());
      if (isLinked(tx, request)) {
        handovers.out(tx, actor, draft(id, ticket, request));
      } else {
        place.ifPresent(assignee -> send(tx, actor, ticket, assignee, request));
      }
      tie(tx, actor, id, ticket);
    }
    var fact =
        new CallFact.TransferTried(
            request.kind(),
            request.code(),
            Boolean.TRUE.equals(request.threeParty()),
            request.note());
    return calls.note(tx, actor, locked(tx, id), fact, work.now());
  }

  /** EMG-01: what goes to an emergency number or a utility is followed until it has got there. */
  private boolean isLinked(Tx tx, TransferRequest request) {
    return request.kind() == CallTarget.EMERGENCY
        || (request.kind() == CallTarget.LINE && handovers.isLinked(tx, request.code()));
  }

  private static Handovers.Draft draft(String call, TicketId ticket, TransferRequest request) {
    return new Handovers.Draft(
        request.code(),
        ticket,
        call,
        Boolean.TRUE.equals(request.threeParty()),
        request.note() == null ? "随来电移送" : request.note());
  }

  /** Ties a ticket of this node to the call. */
  Call tie(Tx tx, Actor actor, String id, TicketId ticket) {
    if (tickets.find(tx, ticket).isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "没有工单 " + ticket);
    }
    Call call = locked(tx, id);
    return ticket.equals(call.ticket())
        ? call
        : calls.note(tx, actor, call, new CallFact.Ticketed(ticket), work.now());
  }

  private Call locked(Tx tx, String id) {
    return work.locked(tx, EntityForms.CALL, id)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有通话 " + id));
  }

  private void send(
      Tx tx, Actor actor, TicketId ticket, Assignee assignee, TransferRequest request) {
    String note = request.note() == null ? "随来电一键转接" : request.note();
    boolean up = neighbours.parent().filter(assignee::equals).isPresent();
    HolderCommand command =
        up
            ? new HolderCommand.Escalate(note)
            : new HolderCommand.PlaceOrders(
                List.of(new OrderDraft(assignee, HandlingRole.LEAD, note)));
    ticketWork.carryOut(
        tx,
        unit -> {
          unit.actAs(actor);
          return unit.decide(ticket, command);
        });
  }

  /** Whom the ticket would go to; empty where a ticket does not go along. */
  private Optional<Assignee> place(Tx tx, TransferRequest request) {
    return switch (request.kind()) {
      case NODE -> Optional.of(node(request.code()));
      case LINE -> line(tx, request.code());
      case EXPERT -> {
        if (reference.unit(request.code()).isEmpty()) {
          throw unknown("没有代码为“" + request.code() + "”的单位，专家座席须属于承办单位");
        }
        if (!seats.has(tx, request.code())) {
          throw unknown(
              "“" + reference.unitName(request.code()) + "”没有专家座席，请先由管理员设立现场或远端座席（TOP-24）");
        }
        yield Optional.empty();
      }
      case EMERGENCY -> {
        var numbers = rules.policy().lines().emergencyNumbers();
        if (!numbers.contains(request.code())) {
          throw unknown(
              "“"
                  + request.code()
                  + "”不是紧急热线，应为 "
                  + String.join("、", numbers.stream().sorted().toList())
                  + " 之一");
        }
        yield Optional.empty();
      }
      case UNKNOWN -> throw unknown("转接对象须取自代码表");
    };
  }

  private Assignee node(String code) {
    return neighbours
        .parent()
        .filter(parent -> parent.codeText().equals(code))
        .or(
            () ->
                neighbours.children().stream()
                    .filter(child -> child.codeText().equals(code))
                    .findFirst())
        .<Assignee>map((NodeRef node) -> node)
        .orElseThrow(() -> unknown("“" + code + "”不是本节点的上级或下级节点"));
  }

  private Optional<Assignee> line(Tx tx, String number) {
    Line line =
        entities
            .find(tx, EntityForms.LINE, Line.id(rules.self(), new LineNumber(number)))
            .filter(found -> !found.cancelled())
            .orElseThrow(() -> unknown("没有登记在用的热线号码 " + number));
    return line.node() != null ? Optional.of(line.node()) : Optional.ofNullable(line.department());
  }

  private static RefusedException unknown(String message) {
    return new RefusedException(ErrorCode.UNKNOWN_ASSIGNEE, message);
  }
}
