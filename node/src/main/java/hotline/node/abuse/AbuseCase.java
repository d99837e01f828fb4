package hotline.node.abuse;

import hotline.node.classification.AbuseGround;
import hotline.node.classification.HandOverBody;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one caller did to the hotline, and what was done about it (QY 33条).
 *
 * @param callerKey tells who without telling who it is
 * @param call id of the call that shows it
 * @param restrictions oldest first; one at most is in force
 */
public record AbuseCase(
    String id,
    long version,
    NodeRef owner,
    String callerKey,
    AbuseGround ground,
    String evidence,
    Instant notedAt,
    Actor notedBy,
    @Nullable String call,
    @Nullable TicketId ticket,
    List<Restriction> restrictions,
    List<HandOver> handOvers) {

  public AbuseCase {
    restrictions = List.copyOf(restrictions);
    handOvers = List.copyOf(handOvers);
  }

  /**
   * The hotline is closed to the caller for a while (ABU-01). It ends by itself.
   *
   * @param lifted how it ended before its time
   */
  public record Restriction(
      Instant from, Instant until, String reason, Actor by, @Nullable Lifted lifted) {

    public boolean holds(Instant now) {
      return lifted == null && !now.isBefore(from) && now.isBefore(until);
    }
  }

  /** A restriction's early end. */
  public record Lifted(Instant at, Actor by, String reason) {}

  /**
   * The matter is in the hands of others (ABU-02).
   *
   * @param reference their number for it
   */
  public record HandOver(
      HandOverBody body,
      String receiver,
      String reason,
      Instant at,
      Actor by,
      @Nullable String reference) {}

  public Optional<Restriction> inForce(Instant now) {
    return restrictions.stream().filter(r -> r.holds(now)).findFirst();
  }

  /** Until when the caller is restricted; null when he is not, or not any more by decision. */
  public @Nullable Instant restrictedUntil() {
    return restrictions.stream()
        .filter(r -> r.lifted() == null)
        .map(Restriction::until)
        .max(Instant::compareTo)
        .orElse(null);
  }

  AbuseCase with(Restriction restriction) {
    List<Restriction> all = new ArrayList<>(restrictions);
    all.add(restriction);
    return with(all, handOvers);
  }

  AbuseCase with(HandOver handOver) {
    List<HandOver> all = new ArrayList<>(handOvers);
    all.add(handOver);
    return with(restrictions, all);
  }

  AbuseCase lifted(Restriction which, Lifted lifted) {
    return with(
        restrictions.stream()
            .map(
                r ->
                    r.equals(which)
                        ? new Restriction(r.from(), r.until(), r.reason(), r.by(), lifted)
                        : r)
            .toList(),
        handOvers);
  }

  private AbuseCase with(List<Restriction> restrictions, List<HandOver> handOvers) {
    return new AbuseCase(
        id,
        version + 1,
        owner,
        callerKey,
        ground,
        evidence,
        notedAt,
        notedBy,
        call,
        ticket,
        restrictions,
        handOvers);
  }
}
