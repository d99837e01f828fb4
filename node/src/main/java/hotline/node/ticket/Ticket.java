package hotline.node.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket 工单, as the node that accepted it keeps it; everywhere else it is a replica or a copy.
 *
 * @param version 1 after registration, one more after each batch of events
 * @param queryCode with which the citizen asks for the progress (INT-19); not guessable from the id
 */
public record Ticket(
    TicketId id,
    long version,
    NodeRef owner,
    String queryCode,
    Appeal appeal,
    Requester requester,
    TicketState state,
    CitizenClock clock,
    Outcome outcome,
    Orders orders,
    FollowUps followUps) {

  /** Who has it in hand now, for people to read; null when nobody has. */
  public @Nullable String currentHandler() {
    return switch (state) {
      case IN_HANDLING, IN_REVIEW ->
          orders.liveLead().map(order -> order.assignee().name()).orElse(owner.name());
      case REGISTERED, ACCEPTED, AWAITING_FOLLOW_UP -> owner.name();
      case REFUSED, CLOSED, ARCHIVED, WITHDRAWN, UNKNOWN -> null;
    };
  }

  Ticket next() {
    return new Ticket(
        id,
        version + 1,
        owner,
        queryCode,
        appeal,
        requester,
        state,
        clock,
        outcome,
        orders,
        followUps);
  }

  Ticket in(TicketState state) {
    return new Ticket(
        id, version, owner, queryCode, appeal, requester, state, clock, outcome, orders, followUps);
  }

  Ticket with(Appeal appeal) {
    return new Ticket(
        id, version, owner, queryCode, appeal, requester, state, clock, outcome, orders, followUps);
  }

  Ticket with(CitizenClock clock) {
    return new Ticket(
        id, version, owner, queryCode, appeal, requester, state, clock, outcome, orders, followUps);
  }

  Ticket with(Outcome outcome) {
    return new Ticket(
        id, version, owner, queryCode, appeal, requester, state, clock, outcome, orders, followUps);
  }

  Ticket with(Orders orders) {
    return new Ticket(
        id, version, owner, queryCode, appeal, requester, state, clock, outcome, orders, followUps);
  }

  Ticket with(FollowUps followUps) {
    return new Ticket(
        id, version, owner, queryCode, appeal, requester, state, clock, outcome, orders, followUps);
  }

  /** With the orders as they are now: while work is out, the state follows from them. */
  Ticket working(Orders orders) {
    return with(orders).in(stateWith(orders));
  }

  private TicketState stateWith(Orders orders) {
    switch (state) {
      case ACCEPTED, IN_HANDLING, IN_REVIEW, AWAITING_FOLLOW_UP -> {}
      case REGISTERED, REFUSED, CLOSED, ARCHIVED, WITHDRAWN, UNKNOWN -> {
        return state;
      }
    }
    List<Order> live = orders.live();
    if (live.isEmpty()) {
      return TicketState.ACCEPTED;
    }
    if (orders.settled()) {
      return state;
    }
    boolean allBack =
        live.stream()
            .allMatch(
                order ->
                    order.state() == OrderState.ANSWERED || order.state() == OrderState.ACCEPTED);
    return allBack && orders.outstanding() ? TicketState.IN_REVIEW : TicketState.IN_HANDLING;
  }
}
