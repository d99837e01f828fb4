package hotline.node.switchboard;

import hotline.node.abuse.AbuseCase;
import hotline.node.classification.AbuseGround;
import hotline.node.classification.HandOverBody;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of abuse; not even the masked number is in it.
 *
 * @param restricted whether the caller is kept away at present
 */
@Serdeable
record AbuseView(
    String id,
    AbuseGround ground,
    String groundLabel,
    String evidence,
    OffsetDateTime notedAt,
    String notedBy,
    @Nullable String callId,
    @Nullable String ticketId,
    boolean restricted,
    List<RestrictionView> restrictions,
    List<HandOverView> handOvers) {

  static AbuseView of(AbuseCase abuse, Instant now) {
    return new AbuseView(
        abuse.id(),
        abuse.ground(),
        abuse.ground().label(),
        abuse.evidence(),
        Times.local(abuse.notedAt()),
        abuse.notedBy().id(),
        abuse.call(),
        abuse.ticket() == null ? null : abuse.ticket().toString(),
        abuse.inForce(now).isPresent(),
        abuse.restrictions().stream().map(RestrictionView::of).toList(),
        abuse.handOvers().stream().map(HandOverView::of).toList());
  }

  @Serdeable
  record RestrictionView(
      OffsetDateTime from,
      OffsetDateTime until,
      String reason,
      String by,
      @Nullable OffsetDateTime liftedAt,
      @Nullable String liftedBy,
      @Nullable String liftedFor) {
    static RestrictionView of(AbuseCase.Restriction restriction) {
      var lifted = restriction.lifted();
      return new RestrictionView(
          Times.local(restriction.from()),
          Times.local(restriction.until()),
          restriction.reason(),
          restriction.by().id(),
          lifted == null ? null : Times.local(lifted.at()),
          lifted == null ? null : lifted.by().id(),
          lifted == null ? null : lifted.reason());
    }
  }

  @Serdeable
  record HandOverView(
      HandOverBody body,
      String receiver,
      String reason,
      OffsetDateTime at,
      String by,
      @Nullable String reference) {
    static HandOverView of(AbuseCase.HandOver handOver) {
      return new HandOverView(
          handOver.body(),
          handOver.receiver(),
          handOver.reason(),
          Times.local(handOver.at()),
          handOver.by().id(),
          handOver.reference());
    }
  }
}
