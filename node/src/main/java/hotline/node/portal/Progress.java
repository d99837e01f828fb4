package hotline.node.portal;

import hotline.node.store.TimelineEntry;
import hotline.node.ticket.Answer;
import hotline.node.ticket.Closure;
import hotline.node.ticket.Order;
import hotline.node.ticket.PersonalNumbers;
import hotline.node.ticket.Refusal;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketState;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As much as the citizen is told of his appeal (INT-19), step by step as of a parcel.
 *
 * @param due by when he can expect an answer
 * @param photos how many files came with it
 * @param mayAddPhotos how many more he may add now
 * @param ratingToken by which the answer can be rated now, at {@code /api/public/ratings}
 */
@Serdeable
record Progress(
    String id,
    String queryCode,
    String title,
    TicketState state,
    String stateLabel,
    OffsetDateTime registeredAt,
    @Nullable OffsetDateTime due,
    @Nullable String answer,
    @Nullable String guidance,
    @Nullable String satisfaction,
    List<Step> steps,
    int photos,
    int mayAddPhotos,
    @Nullable String ratingToken) {

  /** Where a step is. */
  enum Phase {
    DONE,
    NOW,
    AHEAD
  }

  /**
   * One step of the way.
   *
   * @param at when it was reached
   */
  @Serdeable
  record Step(String label, @Nullable String detail, @Nullable OffsetDateTime at, Phase phase) {}

  /**
   * @param entries the ticket's timeline as it is known here
   */
  static Progress of(
      Ticket ticket,
      List<TimelineEntry> entries,
      int photos,
      int mayAddPhotos,
      @Nullable String ratingToken) {
    var due = ticket.clock().due();
    Answer answer = ticket.outcome().answer();
    Refusal refusal = ticket.outcome().refusal();
    return new Progress(
        ticket.id().toString(),
        ticket.queryCode(),
        PersonalNumbers.hidden(ticket.appeal().title()),
        ticket.state(),
        plain(ticket),
        Times.local(ticket.clock().registeredAt()),
        due == null ? null : Times.local(due.at()),
        // written for this citizen, with the numbers that he may call
        answer == null ? null : answer.content(),
        refusal == null ? null : refusal.guidance(),
        ticket.followUps().last().map(rating -> rating.satisfaction().label()).orElse(null),
        steps(ticket, entries),
        photos,
        mayAddPhotos,
        ratingToken);
  }

  /** In words that one need not work here to understand. */
  private static String plain(Ticket ticket) {
    return switch (ticket.state()) {
      case REGISTERED -> "等待受理";
      case ACCEPTED -> "已受理，正在安排承办单位";
      case IN_HANDLING, IN_REVIEW -> "正在办理";
      case AWAITING_FOLLOW_UP -> "已答复，请评价";
      case CLOSED, ARCHIVED -> "已办结";
      case REFUSED -> "不予受理";
      case WITHDRAWN -> "已撤回";
      case UNKNOWN -> "处理中";
    };
  }

  private static List<Step> steps(Ticket ticket, List<TimelineEntry> entries) {
    List<Step> steps = new ArrayList<>();
    steps.add(done("已提交", null, ticket.clock().registeredAt()));
    Refusal refusal = ticket.outcome().refusal();
    if (refusal != null) {
      steps.add(done("不予受理", refusal.guidance(), refusal.at()));
      return steps;
    } else if (ticket.state() == TicketState.WITHDRAWN) {
      steps.add(done("已撤回", null, last(entries, "TICKET_WITHDRAWN").orElse(null)));
      return steps;
    }
    add(steps, "已受理", null, ticket.clock().acceptedAt(), ticket.clock().acceptedAt() != null);
    Optional<Order> lead = ticket.orders().liveLead();
    Answer answer = ticket.outcome().answer();
    boolean answered = answer != null;
    if (lead.isPresent() || !answered) {
      add(
          steps,
          lead.map(order -> "已转交" + order.assignee().name()).orElse("转交承办单位"),
          null,
          lead.flatMap(order -> last(entries, "ORDER_PLACED")).orElse(null),
          lead.isPresent());
      Optional<Instant> signed = lead.flatMap(order -> last(entries, "ORDER_SIGNED_FOR"));
      add(steps, "办理中", null, signed.orElse(null), signed.isPresent() || answered);
    }
    add(steps, "已答复", null, answer == null ? null : answer.at(), answered);
    Closure closure = ticket.outcome().closure();
    add(steps, "已办结", null, closure == null ? null : closure.at(), closure != null);
    return withNow(steps);
  }

  private static void add(
      List<Step> steps,
      String label,
      @Nullable String detail,
      @Nullable Instant at,
      boolean reached) {
    steps.add(reached ? done(label, detail, at) : new Step(label, detail, null, Phase.AHEAD));
  }

  private static Step done(String label, @Nullable String detail, @Nullable Instant at) {
    return new Step(label, detail, at == null ? null : Times.local(at), Phase.DONE);
  }

  /** The last step that was reached is where it is now; what is reached out of turn counts. */
  private static List<Step> withNow(List<Step> steps) {
    int now = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).phase() == Phase.DONE) {
        now = i;
      }
    }
    List<Step> marked = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Phase phase =
          i < now || now == steps.size() - 1 ? Phase.DONE : i == now ? Phase.NOW : Phase.AHEAD;
      marked.add(new Step(step.label(), step.detail(), step.at(), phase));
    }
    return marked;
  }

  private static Optional<Instant> last(List<TimelineEntry> entries, String type) {
    return entries.stream()
        .filter(entry -> entry.type().equals(type))
        .map(TimelineEntry::at)
        .reduce((earlier, later) -> later);
  }
}
