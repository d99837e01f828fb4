package hotline.node.switchboard;

import hotline.node.classification.CallDirection;
import hotline.node.classification.CallHandling;
import hotline.node.classification.CallTarget;
import hotline.node.telephony.Call;
import hotline.node.view.Named;
import hotline.node.view.RequesterView;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call, its other end masked. */
@Serdeable
record CallView(
    String id,
    Named owner,
    CallDirection direction,
    String line,
    @Nullable String caller,
    OffsetDateTime startedAt,
    @Nullable OffsetDateTime queuedAt,
    @Nullable OffsetDateTime answeredAt,
    @Nullable OffsetDateTime endedAt,
    @Nullable String agent,
    CallHandling handling,
    String handlingLabel,
    List<LegView> legs,
    @Nullable String ticketId,
    boolean recorded,
    long version) {

  static CallView of(Call call) {
    return new CallView(
        call.id(),
        Named.of(call.owner()),
        call.direction(),
        call.line(),
        RequesterView.phone(call.personal().phone()),
        Times.local(call.startedAt()),
        local(call.queuedAt()),
        local(call.answeredAt()),
        local(call.endedAt()),
        call.agent(),
        call.handling(),
        call.handling().label(),
        call.legs().stream().map(LegView::of).toList(),
        call.ticket() == null ? null : call.ticket().toString(),
        call.recording() != null,
        call.version());
  }

  private static @Nullable OffsetDateTime local(@Nullable Instant instant) {
    return instant == null ? null : Times.local(instant);
  }

  /** A place that it was passed on to. */
  @Serdeable
  record LegView(
      CallTarget kind,
      String code,
      OffsetDateTime at,
      boolean threeParty,
      @Nullable Boolean succeeded,
      @Nullable String note) {
    static LegView of(Call.Leg leg) {
      return new LegView(
          leg.kind(),
          leg.code(),
          Times.local(leg.at()),
          leg.threeParty(),
          leg.succeeded(),
          leg.note());
    }
  }
}
