package hotline.node.view;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.Matter;
import hotline.node.classification.Region;
import hotline.node.classification.Urgency;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketState;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param queryCode told to the citizen, so shown only at the node that accepted the ticket
 * @param excerpt where the words stand that were looked for, when not in the title; telephone
 *     numbers in it are masked
 * @param mine whether this node owns it; otherwise it is a copy or a replica
 */
@Serdeable
public record TicketRow(
    String id,
    @Nullable String queryCode,
    @FreeText String title,
    Category category,
    Urgency urgency,
    Channel channel,
    TicketState state,
    @Nullable Named region,
    @Nullable Named matter,
    Named owner,
    OffsetDateTime registeredAt,
    @Nullable OffsetDateTime acceptedAt,
    @Nullable DueView due,
    boolean overdue,
    @Nullable String currentHandler,
    boolean enterprise,
    boolean mine,
    long version,
    @FreeText @Nullable String excerpt) {

  /** Masked, as lists show it. */
  public static TicketRow of(Ticket ticket, boolean mine, Instant now) {
    return FreeTexts.masked(whole(ticket, mine, now));
  }

  static TicketRow whole(Ticket ticket, boolean mine, Instant now) {
    var appeal = ticket.appeal();
    var clock = ticket.clock();
    Matter matter = appeal.matter();
    Region region = appeal.region();
    Instant acceptedAt = clock.acceptedAt();
    return new TicketRow(
        ticket.id().toString(),
        mine ? ticket.queryCode() : null,
        appeal.title(),
        appeal.category(),
        appeal.urgency(),
        appeal.channel(),
        ticket.state(),
        region == null ? null : new Named(region.code(), region.name()),
        matter == null ? null : new Named(matter.code(), matter.name()),
        Named.of(ticket.owner()),
        Times.local(clock.registeredAt()),
        acceptedAt == null ? null : Times.local(acceptedAt),
        clock.due() == null ? null : DueView.of(clock.due()),
        overdue(ticket, now),
        ticket.currentHandler(),
        appeal.enterprise(),
        mine,
        ticket.version(),
        null);
  }

  public TicketRow with(@Nullable String excerpt) {
    return new TicketRow(
        id,
        queryCode,
        title,
        category,
        urgency,
        channel,
        state,
        region,
        matter,
        owner,
        registeredAt,
        acceptedAt,
        due,
        overdue,
        currentHandler,
        enterprise,
        mine,
        version,
        excerpt);
  }

  /** Late when the citizen was answered, or has not been answered, after the limit. */
  private static boolean overdue(Ticket ticket, Instant now) {
    var due = ticket.clock().due();
    if (due == null) {
      return false;
    }
    var answer = ticket.outcome().answer();
    return switch (ticket.state()) {
      case REGISTERED, ACCEPTED, IN_HANDLING, IN_REVIEW -> due.isPast(now);
      case AWAITING_FOLLOW_UP, CLOSED, ARCHIVED -> answer != null && due.isPast(answer.at());
      case REFUSED, WITHDRAWN, UNKNOWN -> false;
    };
  }
}
