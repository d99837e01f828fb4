package hotline.node.followup;

import hotline.node.followup.RatingLinks.Rated;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketState;
import hotline.node.work.Rules;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Which answers can be rated by their requesters now (RVS-05): each once, until its link expires.
 */
@Singleton
public final class OpenRatings {

  private final RatingLinks links;
  private final Rules rules;
  private final Clock clock;

  OpenRatings(RatingLinks links, Rules rules, Clock clock) {
    this.links = links;
    this.rules = rules;
    this.clock = clock;
  }

  /** What the answer that was given last is rated by; empty when it cannot be rated now. */
  public Optional<String> tokenOf(Ticket ticket) {
    Rated answer = new Rated(ticket.id(), ticket.followUps().round());
    return isOpen(ticket, answer)
        ? Optional.of(links.token(answer.ticket(), answer.round()))
        : Optional.empty();
  }

  boolean isOpen(Ticket ticket, Rated rated) {
    var followUps = ticket.followUps();
    Instant askedAt = followUps.askedAt();
    return ticket.state() == TicketState.AWAITING_FOLLOW_UP
        && followUps.round() == rated.round()
        && followUps.ofThisRound().isEmpty()
        && askedAt != null
        && rules
            .calendar()
            .deadline(askedAt, rules.policy(ticket, askedAt).followUp().linkValid(), "RVS-05")
            .at()
            .isAfter(clock.instant());
  }
}
