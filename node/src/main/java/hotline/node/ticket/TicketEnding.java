package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.ClosureKind;
import hotline.node.classification.ContactWay;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.NoticeKind;
import hotline.node.classification.RatingSource;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.VisitCase;
import hotline.node.error.ErrorCode;
import hotline.node.policy.RuledLimit;
import hotline.node.ticket.TicketCommand.ExplainToRequester;
import hotline.node.ticket.TicketCommand.FollowUpTicket;
import hotline.node.ticket.TicketCommand.WithdrawTicket;
import hotline.node.ticket.TicketEvent.TicketAnswered;
import hotline.node.ticket.TicketEvent.TicketClosed;
import hotline.node.ticket.TicketEvent.TicketFollowedUp;
import hotline.node.ticket.TicketEvent.TicketWithdrawn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides how a ticket ends: answer, follow-up, closure, withdrawal, archive. */
final class TicketEnding {

  private final Ticket ticket;
  private final DecisionContext context;

  TicketEnding(Ticket ticket, DecisionContext context) {
    this.ticket = ticket;
    this.context = context;
  }

  /** When the last answer has been accepted, the citizen gets it in the same breath. */
  Changes<TicketEvent> answeredWhenSettled(Changes<OrderEvent> orders) {
    Changes<TicketEvent> changes = new Changes<TicketEvent>().add(orders);
    Ticket after = TicketChanges.apply(ticket, changes.events());
    boolean working =
        ticket.state() == TicketState.IN_HANDLING || ticket.state() == TicketState.IN_REVIEW;
    if (working && after.orders().settled()) {
      changes.add(new TicketEnding(after, context).answerFromLead());
    }
    return changes;
  }

  /** The lead's reply becomes the answer to the citizen (DSP-02, RVS-02). */
  private Changes<TicketEvent> answerFromLead() {
    Reply reply =
        ticket
            .orders()
            .liveLead()
            .flatMap(lead -> lead.handling().lastReply())
            .orElseThrow(() -> new IllegalStateException("settled without a reply by the lead"));
    Answer answer = new Answer(reply.content(), context.now(), context.actor());
    return new Changes<TicketEvent>()
        .event(new TicketAnswered(answer, silentAt(context)))
        .effect(new Effect.NotifyRequester(ticket.id(), NoticeKind.ANSWERED, reply.content()));
  }

  /** From when on silence will count as satisfied, null where it never does (SLA-10). */
  static @Nullable Deadline silentAt(DecisionContext context) {
    RuledLimit silence = context.policy().followUp().silence();
    return silence == null
        ? null
        : context.calendar().deadline(context.now(), silence.limit(), silence.rule());
  }

  Changes<TicketEvent> followUp(FollowUpTicket command) throws RefusedException {
    new FollowUpDesk(ticket, context).requireProper(command);
    return rated(
        new FollowUp(
            context.now(),
            context.actor(),
            command.channel(),
            command.satisfaction(),
            command.solved(),
            RatingSource.RATED,
            ticket.followUps().round(),
            command.comment()));
  }

  Changes<TicketEvent> assumeSatisfied() throws RefusedException {
    Deadline silentAt = ticket.followUps().silentAt();
    if (ticket.state() != TicketState.AWAITING_FOLLOW_UP
        || ticket.followUps().ofThisRound().isPresent()
        || silentAt == null) {
      throw new RefusedException(
          ErrorCode.STATE_FORBIDS,
          "工单 " + ticket.id() + " 当前为“" + ticket.state().label() + "”，不在等待诉求人评价");
    }
    RefusedException.require(
        !context.now().isBefore(silentAt.at()),
        ErrorCode.TOO_EARLY,
        "默认满意须等到 " + silentAt.at() + "，现在是 " + context.now());
    return rated(
        new FollowUp(
            context.now(),
            context.actor(),
            FollowUpChannel.SILENCE,
            Satisfaction.SATISFIED,
            true,
            RatingSource.DEFAULT_24H,
            ticket.followUps().round(),
            null));
  }

  /** The first three grades close the ticket, the others leave it for analysis (RVS-08). */
  private Changes<TicketEvent> rated(FollowUp rating) {
    Changes<TicketEvent> changes = new Changes<>();
    changes.event(new TicketFollowedUp(rating));
    if (rating.satisfaction().passes()) {
      ClosureKind kind =
          rating.source() == RatingSource.RATED
              ? ClosureKind.SATISFIED
              : ClosureKind.DEFAULT_SATISFIED;
      changes.add(close(kind, null, rating.satisfaction()));
    }
    return changes;
  }

  /** The dissatisfied are visited before anything is done about them (LIF-17, RVS-14). */
  void requireVisitedWhenDissatisfied() throws RefusedException {
    Instant rated = ticket.followUps().ofThisRound().map(FollowUp::at).orElse(Instant.MAX);
    boolean owed =
        ticket.followUps().dissatisfied()
            && ticket.requester().reachable()
            && !ticket.orders().live().isEmpty()
            && context.policy().requests().visits().contains(VisitCase.DISSATISFIED);
    RefusedException.require(
        !owed
            || ticket.orders().live().stream()
                .flatMap(order -> order.handling().contactsSince(rated))
                .anyMatch(contact -> contact.way() == ContactWay.VISIT),
        ErrorCode.VISIT_MISSING,
        "办结但不满意的工单，承办单位必须先上门了解原因并登记上门记录（LIF-17）");
  }

  Changes<TicketEvent> explain(ExplainToRequester command) throws RefusedException {
    requireVisitedWhenDissatisfied();
    String text =
        RefusedException.requireText(command.explanation(), ErrorCode.FOLLOW_UP_RULE, "向诉求人的解释说明");
    new FollowUpDesk(ticket, context).requireHeard("解释办结");
    return close(
            ClosureKind.EXPLAINED,
            text,
            ticket.followUps().last().map(FollowUp::satisfaction).orElse(null))
        .effect(new Effect.NotifyRequester(ticket.id(), NoticeKind.EXPLAINED, text));
  }

  Changes<TicketEvent> close(
      ClosureKind kind, @Nullable String note, @Nullable Satisfaction satisfaction) {
    return new Changes<TicketEvent>()
        .event(new TicketClosed(new Closure(kind, context.now(), context.actor(), note)))
        .add(
            new OrderDesk(Holder.of(ticket), context)
                .concludeAll(new Conclusion(kind, satisfaction, context.now())));
  }

  /** Those who work on it are told first, then it is withdrawn (LIF-14). */
  Changes<TicketEvent> withdraw(WithdrawTicket command) throws RefusedException {
    String reason =
        RefusedException.requireText(command.reason(), ErrorCode.OPINION_MISSING, "撤单理由");
    return new Changes<TicketEvent>()
        .add(new OrderDesk(Holder.of(ticket), context).cancelAll("诉求人撤单：" + reason))
        .event(
            new TicketWithdrawn(
                new Closure(ClosureKind.WITHDRAWN, context.now(), context.actor(), reason)));
  }
}
