package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.abuse.AbuseCase;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;

/** Abuse as bytes. */
final class AbuseCaseForm extends EntityForm<AbuseCase> {

  AbuseCaseForm() {
    super(EntityType.ABUSE_CASE);
  }

  /** Due is until when the caller is restricted: past that, the restriction is over by itself. */
  @Override
  public Keys keys(AbuseCase abuse) {
    return new Keys(
        abuse.owner().codeText(),
        abuse.restrictedUntil() == null ? "NOTED" : "RESTRICTED",
        abuse.ticket(),
        abuse.callerKey(),
        abuse.notedAt(),
        abuse.restrictedUntil());
  }

  @Override
  public PersonalData personal(AbuseCase abuse) {
    return PersonalData.NONE;
  }

  @Override
  public EntityImage image(AbuseCase abuse) {
    hotline.v1.AbuseCase.Builder builder =
        hotline.v1.AbuseCase.newBuilder()
            .setId(abuse.id())
            .setVersion(abuse.version())
            .setOwner(Basics.write(abuse.owner()))
            .setCallerKey(abuse.callerKey())
            .setGround(Enums.ABUSE_GROUND.toProto(abuse.ground()))
            .setEvidence(abuse.evidence())
            .setNotedAtMicros(Basics.micros(abuse.notedAt()))
            .setNotedBy(Basics.write(abuse.notedBy()));
    if (abuse.call() != null) {
      builder.setCallId(abuse.call());
    }
    if (abuse.ticket() != null) {
      builder.setTicketId(abuse.ticket().toString());
    }
    abuse.restrictions().forEach(restriction -> builder.addRestrictions(write(restriction)));
    abuse.handOvers().forEach(handOver -> builder.addHandOvers(write(handOver)));
    return new EntityImage(type(), abuse.id(), abuse.version(), builder.build().toByteArray());
  }

  @Override
  AbuseCase parse(byte[] image, PersonalData personal) throws InvalidProtocolBufferException {
    hotline.v1.AbuseCase abuse = hotline.v1.AbuseCase.parseFrom(image);
    return new AbuseCase(
        abuse.getId(),
        abuse.getVersion(),
        Basics.read(abuse.getOwner()),
        abuse.getCallerKey(),
        Enums.ABUSE_GROUND.toDomain(abuse.getGround()),
        abuse.getEvidence(),
        Basics.instant(abuse.getNotedAtMicros()),
        Basics.read(abuse.getNotedBy()),
        abuse.hasCallId() ? abuse.getCallId() : null,
        abuse.hasTicketId() ? TicketId.parse(abuse.getTicketId()) : null,
        abuse.getRestrictionsList().stream().map(AbuseCaseForm::read).toList(),
        abuse.getHandOversList().stream().map(AbuseCaseForm::read).toList());
  }

  private static hotline.v1.AbuseCase.Restriction write(AbuseCase.Restriction restriction) {
    hotline.v1.AbuseCase.Restriction.Builder builder =
        hotline.v1.AbuseCase.Restriction.newBuilder()
            .setFromMicros(Basics.micros(restriction.from()))
            .setUntilMicros(Basics.micros(restriction.until()))
            .setReason(restriction.reason())
            .setBy(Basics.write(restriction.by()));
    AbuseCase.Lifted lifted = restriction.lifted();
    if (lifted != null) {
      builder
          .setLiftedAtMicros(Basics.micros(lifted.at()))
          .setLiftedBy(Basics.write(lifted.by()))
          .setLiftedFor(lifted.reason());
    }
    return builder.build();
  }

  private static AbuseCase.Restriction read(hotline.v1.AbuseCase.Restriction restriction) {
    return new AbuseCase.Restriction(
        Basics.instant(restriction.getFromMicros()),
        Basics.instant(restriction.getUntilMicros()),
        restriction.getReason(),
        Basics.read(restriction.getBy()),
        restriction.hasLiftedAtMicros()
            ? new AbuseCase.Lifted(
                Basics.instant(restriction.getLiftedAtMicros()),
                Basics.read(restriction.getLiftedBy()),
                restriction.getLiftedFor())
            : null);
  }

  private static hotline.v1.AbuseCase.HandOver write(AbuseCase.HandOver handOver) {
    hotline.v1.AbuseCase.HandOver.Builder builder =
        hotline.v1.AbuseCase.HandOver.newBuilder()
            .setBody(Enums.HAND_OVER_BODY.toProto(handOver.body()))
            .setReceiver(handOver.receiver())
            .setReason(handOver.reason())
            .setAtMicros(Basics.micros(handOver.at()))
            .setBy(Basics.write(handOver.by()));
    if (handOver.reference() != null) {
      builder.setReference(handOver.reference());
    }
    return builder.build();
  }

  private static AbuseCase.HandOver read(hotline.v1.AbuseCase.HandOver handOver) {
    return new AbuseCase.HandOver(
        Enums.HAND_OVER_BODY.toDomain(handOver.getBody()),
        handOver.getReceiver(),
        handOver.getReason(),
        Basics.instant(handOver.getAtMicros()),
        Basics.read(handOver.getBy()),
        handOver.hasReference() ? handOver.getReference() : null);
  }
}
