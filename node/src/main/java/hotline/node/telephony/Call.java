package hotline.node.telephony;

import hotline.node.classification.CallDirection;
import hotline.node.classification.CallHandling;
import hotline.node.classification.CallTarget;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call 话务记录. It is put together of what the exchange reports, in whatever order that comes in.
 *
 * @param id the owner's code, a colon, and the exchange's own id
 * @param line the number that was called
 * @param callerKey tells whether two calls are of the same person without telling who it is
 * @param personal the caller's number
 * @param startedAt when it began, as far as is known
 * @param agent who answered; until then at whose desk it rang last
 * @param busy whether the caller found all agents busy, or the line out of order (INT-08)
 * @param legs where it was passed on to and who was taken in, in the order of time
 */
public record Call(
    String id,
    long version,
    NodeRef owner,
    CallDirection direction,
    String line,
    @Nullable String callerKey,
    PersonalData personal,
    Instant startedAt,
    @Nullable Instant queuedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable String agent,
    boolean busy,
    List<Leg> legs,
    @Nullable TicketId ticket,
    @Nullable Recording recording) {

  public Call {
    legs = List.copyOf(legs);
  }

  /**
   * A place that the call was passed on to (TOP-16), or that was taken in as a third (TOP-21).
   *
   * @param succeeded null while it is being tried
   */
  public record Leg(
      CallTarget kind,
      String code,
      Instant at,
      boolean threeParty,
      @Nullable Boolean succeeded,
      @Nullable String note) {

    boolean open() {
      return succeeded == null;
    }

    boolean done() {
      return Boolean.TRUE.equals(succeeded);
    }

    boolean isTo(CallTarget kind, String code) {
      return this.kind == kind && this.code.equals(code);
    }
  }

  /**
   * Where the recording lies (SEC-06).
   *
   * @param sha256 in hexadecimal digits
   */
  public record Recording(String place, String sha256) {}

  public static String id(NodeRef owner, String exchangeId) {
    return owner.codeText() + ":" + exchangeId;
  }

  /** How it was dealt with, as it follows from all that is known by now (INT-13). */
  public CallHandling handling() {
    for (Leg leg : legs) {
      if (leg.done()) {
        return leg.threeParty()
            ? CallHandling.THREE_PARTY
            : leg.kind() == CallTarget.EXPERT ? CallHandling.EXPERT : CallHandling.TRANSFERRED;
      }
    }
    if (!legs.isEmpty() && legs.stream().noneMatch(Leg::open)) {
      return CallHandling.TRANSFER_FAILED;
    }
    if (endedAt == null && !busy) {
      return CallHandling.OPEN;
    }
    if (answeredAt == null) {
      return CallHandling.ABANDONED;
    }
    return ticket == null ? CallHandling.ANSWERED : CallHandling.TICKET;
  }

  /** Whether the caller never spoke with anybody. */
  public boolean missed() {
    return direction == CallDirection.INBOUND && answeredAt == null && (busy || endedAt != null);
  }
}
