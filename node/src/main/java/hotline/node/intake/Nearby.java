package hotline.node.intake;

import hotline.node.access.SignedInUser;
import hotline.node.classification.Region;
import hotline.node.store.IntakeStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.TicketRow;
import hotline.sync.Tx;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Open tickets of the same region that are about the same place, or say much the same (LIF-15):
 * whoever takes a call sees that the matter is known.
 */
@Singleton
final class Nearby {

  /** Open ones of one region: what is older is looked for by search. */
  private static final int LOOKED_AT = 200;

  private static final int SHOWN = 8;
  private static final double SAME_PLACE = 0.6;
  private static final double LIKE = 0.3;

  private final IntakeStore intake;
  private final TicketStore tickets;
  private final Clock clock;

  Nearby(IntakeStore intake, TicketStore tickets, Clock clock) {
    this.intake = intake;
    this.tickets = tickets;
    this.clock = clock;
  }

  /**
   * @param samePlace whether the place is the same; otherwise the words are alike
   * @param likeness how much of the words is the same, in per cent
   */
  @Serdeable
  record NearbyView(TicketRow ticket, boolean samePlace, int likeness) {}

  private record Found(Ticket ticket, boolean samePlace, double likeness) {}

  /** The likest first, as far as the user has to do with them; none without a region. */
  List<NearbyView> of(Tx tx, SignedInUser user, Appeal appeal) {
    Region region = appeal.region();
    if (region == null) {
      return List.of();
    }
    String place = Objects.requireNonNullElse(appeal.place(), "");
    Likeness ofPlace = Likeness.to(place);
    Likeness ofWords = Likeness.to(appeal.title() + appeal.content());
    List<TicketId> open = intake.openIn(tx, region.code(), LOOKED_AT);
    return tickets.findAll(tx, open).values().stream()
        .filter(ticket -> user.scope().covers(ticket.appeal()))
        .flatMap(ticket -> found(ticket, ofPlace, ofWords).stream())
        .sorted(
            Comparator.comparing((Found found) -> !found.samePlace())
                .thenComparing(found -> -found.likeness()))
        .limit(SHOWN)
        .map(
            found ->
                new NearbyView(
                    TicketRow.of(found.ticket(), true, clock.instant()),
                    found.samePlace(),
                    (int) Math.round(found.likeness() * 100)))
        .toList();
  }

  private static Optional<Found> found(Ticket ticket, Likeness ofPlace, Likeness ofWords) {
    Appeal other = ticket.appeal();
    String words = other.title() + other.content();
    boolean samePlace =
        ofPlace.of(Objects.requireNonNullElse(other.place(), "") + words) >= SAME_PLACE;
    double likeness = ofWords.of(words);
    return samePlace || likeness >= LIKE
        ? Optional.of(new Found(ticket, samePlace, likeness))
        : Optional.empty();
  }
}
