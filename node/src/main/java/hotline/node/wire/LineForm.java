package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.line.Line;
import hotline.node.line.LineNumber;
import hotline.node.ticket.PersonalData;
import java.time.LocalDate;

/** Hotline numbers as bytes. */
final class LineForm extends EntityForm<Line> {

  LineForm() {
    super(EntityType.LINE);
  }

  @Override
  public Keys keys(Line line) {
    return new Keys(
        line.owner().codeText(),
        line.cancelled() ? "CANCELLED" : "ACTIVE",
        null,
        line.mode().name(),
        line.registeredAt(),
        line.transition() == null ? null : line.transition().until());
  }

  @Override
  public PersonalData personal(Line line) {
    return PersonalData.NONE;
  }

  @Override
  public EntityImage image(Line line) {
    hotline.v1.Line.Builder builder =
        hotline.v1.Line.newBuilder()
            .setId(line.id())
            .setVersion(line.version())
            .setOwner(Basics.write(line.owner()))
            .setNumber(line.number().value())
            .setName(line.name())
            .setPurpose(line.purpose())
            .setMode(Enums.MERGE_MODE.toProto(line.mode()))
            .setRoundTheClock(line.roundTheClock())
            .setEstablishedOn(line.establishedOn().toEpochDay())
            .setRegisteredAtMicros(Basics.micros(line.registeredAt()));
    if (line.department() != null) {
      builder.setDepartment(Basics.write(line.department()));
    }
    if (line.node() != null) {
      builder.setNode(Basics.write(line.node()));
    }
    if (line.transition() != null) {
      builder.setTransition(
          hotline.v1.Line.Transition.newBuilder()
              .setPrompt(line.transition().prompt())
              .setUntilMicros(Basics.micros(line.transition().until())));
    }
    if (line.cancelledAt() != null) {
      builder.setCancelledAtMicros(Basics.micros(line.cancelledAt()));
    }
    line.managers()
        .forEach(
            manager ->
                builder.addManagers(
                    hotline.v1.Line.Manager.newBuilder()
                        .setBody(manager.body())
                        .setLeads(manager.leads())));
    line.history().forEach(change -> builder.addHistory(write(change)));
    return new EntityImage(type(), line.id(), line.version(), builder.build().toByteArray());
  }

  @Override
  Line parse(byte[] image, PersonalData personal) throws InvalidProtocolBufferException {
    hotline.v1.Line line = hotline.v1.Line.parseFrom(image);
    return new Line(
        new LineNumber(line.getNumber()),
        line.getVersion(),
        Basics.read(line.getOwner()),
        line.getName(),
        line.getPurpose(),
        Enums.MERGE_MODE.toDomain(line.getMode()),
        line.hasDepartment() ? Basics.read(line.getDepartment()) : null,
        line.hasNode() ? Basics.read(line.getNode()) : null,
        line.getRoundTheClock(),
        line.getManagersList().stream()
            .map(manager -> new Line.Manager(manager.getBody(), manager.getLeads()))
            .toList(),
        line.hasTransition()
            ? new Line.Transition(
                line.getTransition().getPrompt(),
                Basics.instant(line.getTransition().getUntilMicros()))
            : null,
        LocalDate.ofEpochDay(line.getEstablishedOn()),
        Basics.instant(line.getRegisteredAtMicros()),
        line.hasCancelledAtMicros() ? Basics.instant(line.getCancelledAtMicros()) : null,
        line.getHistoryList().stream().map(LineForm::read).toList());
  }

  private static hotline.v1.Line.ModeChange write(Line.ModeChange change) {
    return hotline.v1.Line.ModeChange.newBuilder()
        .setFrom(Enums.MERGE_MODE.toProto(change.from()))
        .setTo(Enums.MERGE_MODE.toProto(change.to()))
        .setAtMicros(Basics.micros(change.at()))
        .setBy(Basics.write(change.by()))
        .setBasis(change.basis())
        .build();
  }

  private static Line.ModeChange read(hotline.v1.Line.ModeChange change) {
    return new Line.ModeChange(
        Enums.MERGE_MODE.toDomain(change.getFrom()),
        Enums.MERGE_MODE.toDomain(change.getTo()),
        Basics.instant(change.getAtMicros()),
        Basics.read(change.getBy()),
        change.getBasis());
  }
}
