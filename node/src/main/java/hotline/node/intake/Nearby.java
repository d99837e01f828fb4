package hotline.node.intake;

import hotline.node.access.SignedInUser;
import hotline.node.classification.Region;
import hotline.node.search.Similar;
import hotline.node.search.Similar.Like;
import hotline.node.search.Similar.Where;
import hotline.node.store.IntakeStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.TicketId;
import hotline.node.view.TicketRow;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Open tickets that are about the same place, and tickets of the last half-year, answered or not,
 * that say much the same (LIF-15): whoever takes a call sees that the matter is known, and what was
 * said of it.
 */
@Singleton
final class Nearby {

  /** Open ones of one region: the same place is looked for among the newest. */
  private static final int LOOKED_AT = 200;

  private static final int SHOWN = 8;
  private static final double SAME_PLACE = 0.6;
  private static final Duration BACK = Duration.ofDays(180);

  private final IntakeStore intake;
  private final TicketStore tickets;
  private final Similar similar;
  private final Rules rules;
  private final Clock clock;

  Nearby(IntakeStore intake, TicketStore tickets, Similar similar, Rules rules, Clock clock) {
    this.intake = intake;
    this.tickets = tickets;
    this.similar = similar;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @param samePlace whether it is open and the place is the same
   * @param likeness how much of what is telling in the words is in it, too, in per cent
   */
  @Serdeable
  record NearbyView(TicketRow ticket, boolean samePlace, int likeness) {}

  /** Same place first, then the likest, as far as the user has to do with them. */
  List<NearbyView> of(Tx tx, SignedInUser user, Appeal appeal) {
    Region region = appeal.region();
    Map<TicketId, Integer> alike = alike(user, appeal, region);
    Likeness place = Likeness.to(Objects.requireNonNullElse(appeal.place(), ""));
    List<TicketId> open = region == null ? List.of() : intake.openIn(tx, region.code(), LOOKED_AT);
    Set<TicketId> candidates = new LinkedHashSet<>(open);
    candidates.addAll(alike.keySet());
    Set<TicketId> inHandling = Set.copyOf(open);
    Instant now = clock.instant();
    return tickets.findAll(tx, List.copyOf(candidates)).values().stream()
        .filter(ticket -> user.scope().covers(ticket.appeal()))
        .map(
            ticket ->
                new NearbyView(
                    TicketRow.of(ticket, ticket.owner().code().equals(rules.self().code()), now),
                    inHandling.contains(ticket.id()) && isAt(ticket.appeal(), place),
                    alike.getOrDefault(ticket.id(), 0)))
        .filter(near -> near.samePlace() || near.likeness() > 0)
        .sorted(
            Comparator.comparing(NearbyView::samePlace)
                .thenComparing(NearbyView::likeness)
                .reversed())
        .limit(SHOWN)
        .toList();
  }

  private Map<TicketId, Integer> alike(SignedInUser user, Appeal appeal, @Nullable Region region) {
    Where where =
        new Where(
            user.scope().visibility(),
            rules.self().codeText(),
            user.unit().orElse(null),
            region == null ? null : region.code().replaceFirst("(00){1,2}$", ""),
            clock.instant().minus(BACK));
    Map<TicketId, Integer> percents = new HashMap<>();
    for (Like like : similar.to(appeal.title() + "\n" + appeal.content(), where, SHOWN)) {
      percents.put(TicketId.parse(like.id()), (int) Math.round(like.likeness() * 100));
    }
    return percents;
  }

  private static boolean isAt(Appeal appeal, Likeness place) {
    String words =
        Objects.requireNonNullElse(appeal.place(), "") + appeal.title() + appeal.content();
    return place.of(words) >= SAME_PLACE;
  }
}
