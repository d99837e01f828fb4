package hotline.node.intake;

import hotline.node.OwnIdentity;
import hotline.node.classification.Category;
import hotline.node.classification.Matter;
import hotline.node.classification.Merit;
import hotline.node.classification.NodeKind;
import hotline.node.classification.Region;
import hotline.node.classification.Urgency;
import hotline.node.entity.Checks;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.intake.IntakeRequest.DecisionRequest;
import hotline.node.intake.IntakeRequest.ExternalId;
import hotline.node.intake.IntakeRequest.RequesterRequest;
import hotline.node.reference.ReferenceData;
import hotline.node.store.IntakeStore;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Alias;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.EmergencyTransfer;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Requester;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.work.Rules;
import hotline.node.work.TicketNumbers;
import hotline.node.work.TicketWork;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes tickets of appeals. */
@Singleton
public final class Registration {

  private final TicketWork work;
  private final TicketNumbers numbers;
  private final QueryCodes queryCodes = new QueryCodes();
  private final RequesterKeys keys;
  private final Duplicates duplicates;
  private final DirectOrders directOrders;
  private final IntakeStore intake;
  private final ReferenceData reference;
  private final Rules rules;
  private final Abusers abusers;
  private final CallTies calls;
  private final OwnIdentity identity;

  Registration(
      TicketWork work,
      TicketNumbers numbers,
      RequesterKeys keys,
      Duplicates duplicates,
      DirectOrders directOrders,
      IntakeStore intake,
      ReferenceData reference,
      Rules rules,
      Abusers abusers,
      CallTies calls,
      OwnIdentity identity) {
    this.identity = identity;
    this.rules = rules;
    this.abusers = abusers;
    this.calls = calls;
    this.work = work;
    this.numbers = numbers;
    this.keys = keys;
    this.duplicates = duplicates;
    this.directOrders = directOrders;
    this.intake = intake;
    this.reference = reference;
  }

  /** The ticket that was made of the same number of the same other system before. */
  Optional<TicketId> earlier(Tx tx, IntakeRequest request) {
    return alias(request.externalId()).flatMap(alias -> intake.byExternal(tx, alias));
  }

  /** Likewise by the number alone. */
  public Optional<TicketId> earlier(Tx tx, ExternalId number) {
    return alias(number).flatMap(alias -> intake.byExternal(tx, alias));
  }

  /** Registers an appeal of another system for a person to decide. */
  public Ticket registerUndecided(Tx tx, TicketId id, IntakeRequest request, Actor actor) {
    return register(tx, id, request, actor, (TicketCommand.Ruling) null);
  }

  /**
   * A number for a new ticket; taken in a transaction of its own, so before the one that uses it.
   */
  public TicketId nextId() {
    return numbers.next();
  }

  /**
   * Registers the appeal, and decides about it when the request says how.
   *
   * @param mayDispatch whether whoever registers it may dispatch to whom he likes
   */
  Ticket register(Tx tx, TicketId id, IntakeRequest request, Actor actor, boolean mayDispatch) {
    Appeal appeal = appeal(request);
    Sameness sameness = samenessOf(appeal, requester(request.requester()));
    Ticket ticket = register(tx, id, request, actor, ruling(tx, id, request.decision(), sameness));
    DecisionRequest decision = request.decision();
    return decision != null
            && decision.kind() == IntakeRequest.Kind.DISPATCH
            && ticket.state() == TicketState.ACCEPTED
        ? dispatch(tx, id, actor, orders(appeal, decision.assignee(), mayDispatch))
        : ticket;
  }

  private List<OrderDraft> orders(
      Appeal appeal, IntakeRequest.@Nullable AssigneeRequest assignee, boolean mayDispatch) {
    return assignee == null
        ? directOrders.direct(appeal)
        : List.of(directOrders.chosen(appeal, assignee, mayDispatch));
  }

  private Ticket dispatch(Tx tx, TicketId id, Actor actor, List<OrderDraft> orders) {
    return work.carryOut(
        tx,
        unit -> {
          unit.actAs(actor);
          unit.decide(id, new HolderCommand.PlaceOrders(orders));
          return unit.settled(id);
        });
  }

  /** Likewise with a ruling that is known already, or none. */
  Ticket register(
      Tx tx,
      TicketId id,
      IntakeRequest request,
      Actor actor,
      TicketCommand.@Nullable Ruling ruling) {
    requireIntake();
    Appeal appeal = appeal(request);
    Requester requester = requester(request.requester());
    abusers.requireOpen(tx, requester, appeal);
    String queryCode = queryCodes.next();
    Ticket ticket =
        work.carryOut(
            tx,
            unit -> {
              unit.actAs(actor);
              unit.register(new RegisterTicket(id, queryCode, appeal, requester, ruling));
              return unit.settled(id);
            });
    note(tx, id, queryCode, appeal, requester, alias(request.externalId()).orElse(null));
    if (request.callId() != null) {
      calls.tie(tx, actor, request.callId(), id);
    }
    return ticket;
  }

  /**
   * Registers and accepts what another system has accepted, under that system's number, and
   * dispatches it as that system does.
   */
  public void registerElsewhere(
      Tx tx,
      TicketId id,
      IntakeRequest request,
      Alias alias,
      Actor actor,
      List<OrderDraft> orders) {
    requireIntake();
    Appeal appeal = appeal(request).under(alias);
    Requester requester = requester(request.requester());
    String queryCode = queryCodes.next();
    work.carryOut(
        tx,
        unit -> {
          unit.actAs(actor);
          unit.register(
              new RegisterTicket(
                  id, queryCode, appeal, requester, new TicketCommand.AcceptTicket(null)));
          unit.decide(id, new HolderCommand.PlaceOrders(orders));
          return unit.settled(id);
        });
    note(tx, id, queryCode, appeal, requester, alias);
  }

  /** TOP-13: such a node carries out what is dispatched to it, and takes nothing in itself. */
  private void requireIntake() {
    Checks.require(
        identity.kind() != NodeKind.RECEIVER,
        ErrorCode.FORBIDDEN,
        "“" + identity.name() + "”是承接平台，只办理派来的工单，不直接受理诉求；请通过上级12345热线反映");
  }

  private void note(
      Tx tx,
      TicketId id,
      String queryCode,
      Appeal appeal,
      Requester requester,
      @Nullable Alias alias) {
    Sameness sameness = samenessOf(appeal, requester);
    intake.insert(
        tx,
        id,
        queryCode,
        sameness == null ? null : sameness.hash(),
        alias,
        new IntakeStore.Subject(
            requester.key(),
            appeal.matter() == null ? null : appeal.matter().code(),
            appeal.region() == null ? null : appeal.region().code()));
  }

  private TicketCommand.@Nullable Ruling ruling(
      Tx tx, TicketId id, @Nullable DecisionRequest decision, @Nullable Sameness sameness) {
    if (decision == null) {
      return null;
    }
    return switch (decision.kind()) {
      case ACCEPT, DISPATCH -> duplicates.acceptance(tx, id, sameness, decision.newFacts());
      case REFUSE -> {
        if (decision.ground() == null) {
          throw new RefusedException(ErrorCode.REFUSAL_RULE, "不予受理须选择情形（ground）");
        }
        yield new TicketCommand.RefuseTicket(
            decision.ground(),
            text(decision.guidance()),
            decision.withheld(),
            decision.earlier(),
            transfer(decision.emergencyNumber()));
      }
      case ANSWER ->
          new TicketCommand.AnswerTicket(text(decision.answer()), unit(decision.contactedUnit()));
    };
  }

  private @Nullable UnitRef unit(@Nullable String code) {
    if (code == null) {
      return null;
    }
    return reference
        .unit(code)
        .map(unit -> new UnitRef(UnitCode.of(unit.code()), unit.name()))
        .orElseThrow(
            () -> new RefusedException(ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的承办单位"));
  }

  private static EmergencyTransfer.@Nullable Report transfer(@Nullable String number) {
    return number == null ? null : new EmergencyTransfer.Report(number, true, null);
  }

  /** Without looking anything up but codes. */
  Appeal appeal(IntakeRequest request) {
    return new Appeal(
        request.channel(),
        request.category() == null ? Category.OTHER : request.category(),
        request.urgency() == null ? Urgency.GENERAL : request.urgency(),
        isEnterprise(request),
        matter(request.matter()),
        request.title().strip(),
        request.content().strip(),
        region(request.region()),
        request.place(),
        request.occurredAt() == null ? null : request.occurredAt().toInstant(),
        alias(request.externalId()).map(List::of).orElse(List.of()),
        request.merit() == null ? Merit.UNJUDGED : request.merit(),
        reference.catalogue().version());
  }

  /** INT-12: said by the call taker, or told by the name. */
  private boolean isEnterprise(IntakeRequest request) {
    return request.enterprise() == null
        ? rules.policy().intake().enterprise().recognises(request.requester().name())
        : request.enterprise();
  }

  /** Equal for the same person with the same words; null when the person is not known. */
  @Nullable Sameness samenessOf(Appeal appeal, Requester requester) {
    return keys.samenessOf(requester.key(), appeal);
  }

  private @Nullable Matter matter(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return reference
        .matter(code)
        .map(matter -> new Matter(matter.code(), matter.name()))
        .orElseThrow(
            () -> new RefusedException(ErrorCode.INVALID_INPUT, "事项代码“" + code + "”不在事项目录中"));
  }

  private @Nullable Region region(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    String name = reference.regions().get(code);
    if (name == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "行政区划代码“" + code + "”不在代码表中");
    }
    return new Region(code, name);
  }

  Requester requester(RequesterRequest request) {
    PersonalData personal =
        new PersonalData(
            blankToNull(request.name()),
            blankToNull(request.phone()),
            blankToNull(request.address()));
    return Requester.of(Boolean.TRUE.equals(request.anonymous()), keys.keyOf(personal), personal);
  }

  private static Optional<Alias> alias(@Nullable ExternalId external) {
    return Optional.ofNullable(external).map(id -> new Alias(id.system(), id.number()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
