package hotline.node.ticket;

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
}
