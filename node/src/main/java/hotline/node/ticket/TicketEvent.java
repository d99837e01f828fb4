package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.policy.Basis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket. */
public sealed interface TicketEvent permits TicketEvent.OfTicket, OrderEvent {

  /** The ticket after it, the version left alone. */
  Ticket in(Ticket ticket);

  /** As records and timelines tell it. */
  Happening tell();

  /** What only happens to a ticket. */
  sealed interface OfTicket extends TicketEvent {}

  /** The first event of all. */
  record TicketRegistered(
      TicketId id, NodeRef owner, String queryCode, Appeal appeal, Requester requester, Instant at)
      implements OfTicket {

    Ticket registered() {
      return new Ticket(
          id,
          0,
          owner,
          queryCode,
          appeal,
          requester,
          TicketState.REGISTERED,
          CitizenClock.registered(at),
          Outcome.NONE,
          Orders.NONE,
          FollowUps.NONE);
    }

    @Override
    public Ticket in(Ticket ticket) {
      throw new IllegalArgumentException("ticket " + ticket.id() + " is there already");
    }

    @Override
    public Happening tell() {
      String matter = appeal.matter() == null ? null : appeal.matter().name();
      return Happening.ofTicket(
          EventType.TICKET_REGISTERED,
          appeal.channel().label()
              + "，"
              + appeal.category().label()
              + "，"
              + appeal.urgency().label()
              + Happening.after("，", matter)
              + "："
              + appeal.title());
    }
  }

  record TicketAccepted(
      Instant at, Deadline dispatchBy, Deadline due, boolean feedbackSuffices, Basis basis)
      implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket
          .with(
              new CitizenClock(
                  ticket.clock().registeredAt(), at, dispatchBy, due, feedbackSuffices, basis))
          .in(TicketState.ACCEPTED);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(EventType.TICKET_ACCEPTED, "");
    }
  }

  /** A calendar has become known, and provisional deadlines were set anew by it. */
  record ClockRecomputed(CitizenClock before, CitizenClock clock) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(clock);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          EventType.DEADLINES_RECOMPUTED, DeadlineStory.changes(before, clock));
    }
  }

  record TicketRefused(Refusal refusal) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.outcome().refused(refusal)).in(TicketState.REFUSED);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          EventType.TICKET_REFUSED, refusal.ground().label() + "。" + refusal.guidance());
    }
  }

  /** The requester had more to say. */
  record TicketSupplemented(Supplement supplement) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.appeal().with(supplement));
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(EventType.TICKET_SUPPLEMENTED, supplement.text());
    }
  }

  /** A call for help was passed on at once (EMG-04). */
  record TicketHandedToEmergency(EmergencyTransfer transfer) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.outcome().transferred(transfer));
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          EventType.TICKET_HANDED_TO_EMERGENCY,
          transfer.number()
              + (transfer.connected() ? "，已接通" : "，未接通")
              + Happening.after("。", transfer.note()));
    }
  }

  /** The citizen got the answer; {@code silentAt} as in {@link FollowUps}. */
  record TicketAnswered(Answer answer, @Nullable Deadline silentAt) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket
          .with(ticket.outcome().answered(answer))
          .with(ticket.followUps().asked(answer.at(), silentAt))
          .in(TicketState.AWAITING_FOLLOW_UP);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(EventType.TICKET_ANSWERED, answer.content());
    }
  }

  record TicketFollowedUp(FollowUp followUp) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.followUps().with(followUp));
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          EventType.TICKET_FOLLOWED_UP,
          followUp.channel().label()
              + "："
              + followUp.satisfaction().label()
              + "，"
              + (followUp.solved() ? "已解决" : "未解决")
              + Happening.after("。", followUp.comment()));
    }
  }

  /** The platform has sent the answer: it counts as handled (RVS-02). */
  record AnswerSent(Instant at) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.followUps().sent(at));
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(EventType.ANSWER_SENT, "");
    }
  }

  record RequesterCalled(FollowUpCall call) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.followUps().with(call));
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          EventType.REQUESTER_CALLED, (call.reached() ? "已接通：" : "未接通：") + call.note());
    }
  }

  record PanelReviewed(PanelOpinion opinion) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.followUps().with(opinion));
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          EventType.PANEL_REVIEWED,
          (opinion.unitAtFault() ? "应当重办：" : "无需重办：") + opinion.opinion());
    }
  }

  record ScreeningRequested(Screening screening) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.followUps().with(screening));
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          EventType.SCREENING_REQUESTED, screening.ground().label() + "：" + screening.reason());
    }
  }

  record ScreeningDecided(Screening screening, Verdict verdict) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.followUps().screeningDecided(verdict));
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          verdict.approved() ? EventType.SCREENING_APPROVED : EventType.SCREENING_DECLINED,
          screening.ground().label() + Happening.after("。", verdict.opinion()));
    }
  }

  record TicketClosed(Closure closure) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.outcome().closed(closure)).in(TicketState.CLOSED);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(EventType.TICKET_CLOSED, closure.text());
    }
  }

  record TicketWithdrawn(Closure closure) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.outcome().closed(closure)).in(TicketState.WITHDRAWN);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(EventType.TICKET_WITHDRAWN, closure.text());
    }
  }

  record TicketArchived(Instant at) implements OfTicket {

    @Override
    public Ticket in(Ticket ticket) {
      return ticket.with(ticket.outcome().archived(at)).in(TicketState.ARCHIVED);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(EventType.TICKET_ARCHIVED, "");
    }
  }
}
