package hotline.node.assessment;

import hotline.node.assessment.AssessmentItem.Course;
import hotline.node.assessment.AssessmentItem.Rating;
import hotline.node.classification.Category;
import hotline.node.classification.ClosureKind;
import hotline.node.classification.RatingSource;
import hotline.node.classification.RequestKind;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.UrgeKind;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.Conclusion;
import hotline.node.ticket.FollowUp;
import hotline.node.ticket.FollowUps;
import hotline.node.ticket.Handling;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Reply;
import hotline.node.ticket.Request;
import hotline.node.ticket.ReturnRequest;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.UnitRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the facts about orders from those who placed them. Pure. */
public final class AssessmentItems {

  private AssessmentItems() {}

  /** Of what a ticket's owner has dispatched. */
  public static List<AssessmentItem> of(Ticket ticket) {
    List<Order> leads =
        ticket.orders().all().stream().filter(AssessmentItems::carriedOutAsLead).toList();
    Instant closedAt = ticket.outcome().closure() == null ? null : ticket.outcome().closure().at();
    List<AssessmentItem> items = new ArrayList<>();
    for (Order order : ticket.orders().all()) {
      Rating rating =
          leads.contains(order) ? rating(ticket.followUps(), ratedOf(order, leads, ticket)) : null;
      items.add(
          item(
              order,
              ticket.owner().codeText(),
              ticket.appeal().category(),
              ticket.requester().reachable(),
              order.state() == OrderState.CONCLUDED ? closedAt : null,
              rating));
    }
    return items;
  }

  /** Of what a node has dispatched on; how the citizen rated it is known by its conclusion. */
  public static List<AssessmentItem> of(Assignment assignment) {
    Conclusion conclusion = assignment.conclusion();
    Rating rating =
        conclusion == null || conclusion.satisfaction() == null ? null : reported(conclusion);
    return assignment.orders().all().stream()
        .map(
            order ->
                item(
                    order,
                    assignment.charge().node().codeText(),
                    assignment.subject().category(),
                    assignment.subject().requesterReachable(),
                    conclusion != null && order.state() == OrderState.CONCLUDED
                        ? conclusion.at()
                        : null,
                    carriedOutAsLead(order) ? rating : null))
        .toList();
  }

  private static AssessmentItem item(
      Order order,
      String assigner,
      Category category,
      boolean reachable,
      @Nullable Instant closedAt,
      @Nullable Rating rating) {
    Handling handling = order.handling();
    ReturnRequest asked = handling.returnRequest();
    Instant repliedAt =
        handling
            .lastReply()
            .filter(reply -> reply.round() == order.round())
            .map(Reply::at)
            .orElse(null);
    boolean byFeedback = order.terms().feedbackMeets(handling);
    return new AssessmentItem(
        order.assignment(),
        assigner,
        order.assignee(),
        order.isLead(),
        category,
        order.state(),
        order.round(),
        new Course(
            order.terms().dispatchedAt(),
            order.terms().signForDue().at(),
            handling.signFor() == null ? null : handling.signFor().at(),
            order.terms().due().at(),
            handling.reachedSince(order.terms().dispatchedAt()).orElse(null),
            handling.firstFeedbackAt().orElse(null),
            repliedAt,
            byFeedback ? order.terms().feedbackAt(handling).orElse(null) : repliedAt,
            byFeedback,
            closedAt),
        order.state() == OrderState.RETURNED,
        asked != null && asked.verdict() != null && !asked.verdict().approved(),
        asked != null && asked.late() ? asked.at() : null,
        reachable && order.isLead() && order.assignee() instanceof UnitRef,
        (int) moreTime(handling).filter(Request::granted).count(),
        (int) moreTime(handling).count(),
        count(handling, UrgeKind.REMINDER),
        count(handling, UrgeKind.SUPERVISION),
        rating,
        handling.excluded());
  }

  /** After a redispatch each rating is that of whoever had the lead when it was given (LIF-19). */
  private static List<FollowUp> ratedOf(Order order, List<Order> leads, Ticket ticket) {
    int next = leads.indexOf(order) + 1;
    Instant from = next == 1 ? Instant.EPOCH : begun(order);
    Instant to = next < leads.size() ? begun(leads.get(next)) : Instant.MAX;
    return ticket.followUps().all().stream()
        .filter(rating -> !rating.at().isBefore(from) && rating.at().isBefore(to))
        .toList();
  }

  /** A redo begins a new clock, so the first sign of an order is the earliest of all. */
  private static Instant begun(Order order) {
    return Stream.concat(
            Stream.of(order.terms().dispatchedAt()), order.handling().firstFeedbackAt().stream())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static @Nullable Rating rating(FollowUps followUps, List<FollowUp> ratings) {
    if (ratings.isEmpty()) {
      return null;
    }
    FollowUp first = ratings.get(0);
    FollowUp last = ratings.get(ratings.size() - 1);
    return new Rating(
        first.satisfaction(),
        first.solved(),
        last.satisfaction(),
        last.solved(),
        last.source(),
        followUps.screened(last.round()) && !last.satisfaction().passes());
  }

  private static @Nullable Rating reported(Conclusion conclusion) {
    Satisfaction given = conclusion.satisfaction();
    if (given == null) {
      return null;
    }
    RatingSource source =
        conclusion.kind() == ClosureKind.DEFAULT_SATISFIED
            ? RatingSource.DEFAULT_24H
            : RatingSource.RATED;
    return new Rating(given, given.passes(), given, given.passes(), source, false);
  }

  private static boolean carriedOutAsLead(Order order) {
    return order.isLead()
        && switch (order.state()) {
          case RETURNED, CANCELLED, FAILED -> false;
          default -> true;
        };
  }

  /** Extensions, and what is put off on account (LIF-09, LIF-10). */
  private static Stream<Request> moreTime(Handling handling) {
    return handling.requests().stream().filter(AssessmentItems::isForTime);
  }

  private static boolean isForTime(Request request) {
    return request.kind() == RequestKind.EXTENSION || request.kind() == RequestKind.ON_ACCOUNT;
  }

  private static int count(Handling handling, UrgeKind kind) {
    return (int) handling.urges().stream().filter(urge -> urge.kind() == kind).count();
  }
}
