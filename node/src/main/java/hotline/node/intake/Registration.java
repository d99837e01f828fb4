package hotline.node.intake;

import hotline.node.classification.Category;
import hotline.node.classification.Matter;
import hotline.node.classification.Region;
import hotline.node.classification.Urgency;
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
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Requester;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.work.TicketNumbers;
import hotline.node.work.TicketWork;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes tickets of appeals. */
@Singleton
final class Registration {

  private final TicketWork work;
  private final TicketNumbers numbers;
  private final QueryCodes queryCodes = new QueryCodes();
  private final RequesterKeys keys;
  private final Duplicates duplicates;
  private final IntakeStore intake;
  private final ReferenceData reference;

  Registration(
      TicketWork work,
      TicketNumbers numbers,
      RequesterKeys keys,
      Duplicates duplicates,
      IntakeStore intake,
      ReferenceData reference) {
    this.work = work;
    this.numbers = numbers;
    this.keys = keys;
    this.duplicates = duplicates;
    this.intake = intake;
    this.reference = reference;
  }

  /** The ticket that was made of the same number of the same other system before. */
  Optional<TicketId> earlier(Tx tx, IntakeRequest request) {
    return alias(request.externalId()).flatMap(alias -> intake.byExternal(tx, alias));
  }

  /**
   * A number for a new ticket; taken in a transaction of its own, so before the one that uses it.
   */
  TicketId nextId() {
    return numbers.next();
  }

  /** Registers the appeal, and decides about it when the request says how. */
  Ticket register(Tx tx, TicketId id, IntakeRequest request, Actor actor) {
    Appeal appeal = appeal(request);
    Requester requester = requester(request.requester());
    byte[] sameness = keys.samenessOf(requester.key(), appeal);
    String queryCode = queryCodes.next();
    TicketCommand.Ruling ruling = ruling(tx, id, request.decision(), sameness);
    Ticket ticket =
        work.carryOut(
            tx,
            unit -> {
              unit.actAs(actor);
              unit.register(new RegisterTicket(id, queryCode, appeal, requester, ruling));
              return unit.settled(id);
            });
    intake.insert(tx, id, queryCode, sameness, alias(request.externalId()).orElse(null));
    return ticket;
  }

  private TicketCommand.@Nullable Ruling ruling(
      Tx tx, TicketId id, @Nullable DecisionRequest decision, byte @Nullable [] sameness) {
    if (decision == null) {
      return null;
    }
    return switch (decision.kind()) {
      case ACCEPT -> new TicketCommand.AcceptTicket(duplicates.of(tx, id, sameness).orElse(null));
      case REFUSE -> {
        if (decision.ground() == null) {
          throw new RefusedException(ErrorCode.REFUSAL_RULE, "不予受理须选择情形（ground）");
        }
        yield new TicketCommand.RefuseTicket(decision.ground(), text(decision.guidance()));
      }
      case ANSWER -> new TicketCommand.AnswerTicket(text(decision.answer()));
    };
  }

  private Appeal appeal(IntakeRequest request) {
    return new Appeal(
        request.channel(),
        request.category() == null ? Category.OTHER : request.category(),
        request.urgency() == null ? Urgency.GENERAL : request.urgency(),
        Boolean.TRUE.equals(request.enterprise()),
        matter(request.matter()),
        request.title().strip(),
        request.content().strip(),
        region(request.region()),
        request.place(),
        request.occurredAt() == null ? null : request.occurredAt().toInstant(),
        alias(request.externalId()).map(List::of).orElse(List.of()));
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

  private Requester requester(RequesterRequest request) {
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
