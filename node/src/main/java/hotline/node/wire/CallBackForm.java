package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.telephony.CallBack;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;

/** Calls that are owed, as bytes. */
final class CallBackForm extends EntityForm<CallBack> {

  CallBackForm() {
    super(EntityType.CALL_BACK);
  }

  @Override
  public Keys keys(CallBack callBack) {
    return new Keys(
        callBack.owner().codeText(),
        callBack.state().name(),
        callBack.ticket(),
        callBack.callerKey(),
        callBack.openedAt(),
        callBack.due().at());
  }

  @Override
  public PersonalData personal(CallBack callBack) {
    return callBack.personal();
  }

  @Override
  public EntityImage image(CallBack callBack) {
    hotline.v1.CallBack.Builder builder =
        hotline.v1.CallBack.newBuilder()
            .setId(callBack.id())
            .setVersion(callBack.version())
            .setOwner(Basics.write(callBack.owner()))
            .setCause(Enums.CALL_BACK_CAUSE.toProto(callBack.cause()))
            .setCallId(callBack.call())
            .setLine(callBack.line())
            .setOpenedAtMicros(Basics.micros(callBack.openedAt()))
            .setDue(Basics.write(callBack.due()))
            .setState(Enums.CALL_BACK_STATE.toProto(callBack.state()));
    if (callBack.callerKey() != null) {
      builder.setCallerKey(callBack.callerKey());
    }
    if (callBack.takenBy() != null) {
      builder.setTakenBy(Basics.write(callBack.takenBy()));
    }
    if (callBack.endedAt() != null) {
      builder.setEndedAtMicros(Basics.micros(callBack.endedAt()));
    }
    if (callBack.note() != null) {
      builder.setNote(callBack.note());
    }
    if (callBack.ticket() != null) {
      builder.setTicketId(callBack.ticket().toString());
    }
    callBack
        .attempts()
        .forEach(
            attempt ->
                builder.addAttempts(
                    hotline.v1.CallBack.Attempt.newBuilder()
                        .setAtMicros(Basics.micros(attempt.at()))
                        .setBy(Basics.write(attempt.by()))
                        .setReached(attempt.reached())
                        .setNote(attempt.note())));
    return new EntityImage(
        type(), callBack.id(), callBack.version(), builder.build().toByteArray());
  }

  @Override
  CallBack parse(byte[] image, PersonalData personal) throws InvalidProtocolBufferException {
    hotline.v1.CallBack callBack = hotline.v1.CallBack.parseFrom(image);
    return new CallBack(
        callBack.getId(),
        callBack.getVersion(),
        Basics.read(callBack.getOwner()),
        Enums.CALL_BACK_CAUSE.toDomain(callBack.getCause()),
        callBack.getCallId(),
        callBack.getLine(),
        callBack.hasCallerKey() ? callBack.getCallerKey() : null,
        personal,
        Basics.instant(callBack.getOpenedAtMicros()),
        Basics.read(callBack.getDue()),
        Enums.CALL_BACK_STATE.toDomain(callBack.getState()),
        callBack.hasTakenBy() ? Basics.read(callBack.getTakenBy()) : null,
        callBack.getAttemptsList().stream()
            .map(
                attempt ->
                    new CallBack.Attempt(
                        Basics.instant(attempt.getAtMicros()),
                        Basics.read(attempt.getBy()),
                        attempt.getReached(),
                        attempt.getNote()))
            .toList(),
        callBack.hasEndedAtMicros() ? Basics.instant(callBack.getEndedAtMicros()) : null,
        callBack.hasNote() ? callBack.getNote() : null,
        callBack.hasTicketId() ? TicketId.parse(callBack.getTicketId()) : null);
  }
}
