package hotline.node.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.telephony.Call;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;
import java.util.HexFormat;

/** Calls as bytes. */
final class CallForm extends EntityForm<Call> {

  CallForm() {
    super(EntityType.CALL);
  }

  @Override
  public Keys keys(Call call) {
    return new Keys(
        call.owner().codeText(),
        call.handling().name(),
        call.ticket(),
        call.callerKey(),
        call.startedAt(),
        null);
  }

  @Override
  public PersonalData personal(Call call) {
    return call.personal();
  }

  @Override
  public EntityImage image(Call call) {
    hotline.v1.Call.Builder builder =
        hotline.v1.Call.newBuilder()
            .setId(call.id())
            .setVersion(call.version())
            .setOwner(Basics.write(call.owner()))
            .setDirection(Enums.CALL_DIRECTION.toProto(call.direction()))
            .setLine(call.line())
            .setStartedAtMicros(Basics.micros(call.startedAt()))
            .setHandling(Enums.CALL_HANDLING.toProto(call.handling()))
            .setBusy(call.busy());
    if (call.callerKey() != null) {
      builder.setCallerKey(call.callerKey());
    }
    if (call.queuedAt() != null) {
      builder.setQueuedAtMicros(Basics.micros(call.queuedAt()));
    }
    if (call.answeredAt() != null) {
      builder.setAnsweredAtMicros(Basics.micros(call.answeredAt()));
    }
    if (call.endedAt() != null) {
      builder.setEndedAtMicros(Basics.micros(call.endedAt()));
    }
    if (call.agent() != null) {
      builder.setAgent(call.agent());
    }
    if (call.ticket() != null) {
      builder.setTicketId(call.ticket().toString());
    }
    if (call.recording() != null) {
      builder
          .setRecording(call.recording().place())
          .setRecordingHash(
              ByteString.copyFrom(HexFormat.of().parseHex(call.recording().sha256())));
    }
    call.legs().forEach(leg -> builder.addLegs(write(leg)));
    return new EntityImage(type(), call.id(), call.version(), builder.build().toByteArray());
  }

  @Override
  Call parse(byte[] image, PersonalData personal) throws InvalidProtocolBufferException {
    hotline.v1.Call call = hotline.v1.Call.parseFrom(image);
    return new Call(
        call.getId(),
        call.getVersion(),
        Basics.read(call.getOwner()),
        Enums.CALL_DIRECTION.toDomain(call.getDirection()),
        call.getLine(),
        call.hasCallerKey() ? call.getCallerKey() : null,
        personal,
        Basics.instant(call.getStartedAtMicros()),
        call.hasQueuedAtMicros() ? Basics.instant(call.getQueuedAtMicros()) : null,
        call.hasAnsweredAtMicros() ? Basics.instant(call.getAnsweredAtMicros()) : null,
        call.hasEndedAtMicros() ? Basics.instant(call.getEndedAtMicros()) : null,
        call.hasAgent() ? call.getAgent() : null,
        call.getBusy(),
        call.getLegsList().stream().map(CallForm::read).toList(),
        call.hasTicketId() ? TicketId.parse(call.getTicketId()) : null,
        call.hasRecording()
            ? new Call.Recording(
                call.getRecording(),
                HexFormat.of().formatHex(call.getRecordingHash().toByteArray()))
            : null);
  }

  private static hotline.v1.Call.Leg write(Call.Leg leg) {
    hotline.v1.Call.Leg.Builder builder =
        hotline.v1.Call.Leg.newBuilder()
            .setKind(Enums.CALL_TARGET.toProto(leg.kind()))
            .setCode(leg.code())
            .setAtMicros(Basics.micros(leg.at()))
            .setThreeParty(leg.threeParty());
    if (leg.succeeded() != null) {
      builder.setSucceeded(leg.succeeded());
    }
    if (leg.note() != null) {
      builder.setNote(leg.note());
    }
    return builder.build();
  }

  private static Call.Leg read(hotline.v1.Call.Leg leg) {
    return new Call.Leg(
        Enums.CALL_TARGET.toDomain(leg.getKind()),
        leg.getCode(),
        Basics.instant(leg.getAtMicros()),
        leg.getThreeParty(),
        leg.hasSucceeded() ? (Boolean) leg.getSucceeded() : null,
        leg.hasNote() ? leg.getNote() : null);
  }
}
