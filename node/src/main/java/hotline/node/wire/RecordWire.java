package hotline.node.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Happening;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;
import hotline.sync.NodeCode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records as bytes: the body that the chain covers, and the personal part that a link may drop. */
public final class RecordWire {

  private RecordWire() {}

  public static byte[] body(JournalRecord entry) {
    hotline.v1.Record.Builder builder =
        hotline.v1.Record.newBuilder()
            .setKind(Enums.RECORD_KIND.toProto(entry.kind()))
            .setNode(entry.node().value())
            .setOccurredAtMicros(Basics.micros(entry.occurredAt()))
            .setActor(Basics.write(entry.actor()));
    TicketId ticket = entry.ticket();
    if (ticket != null) {
      builder.setTicketId(ticket.toString());
    }
    for (Happening happening : entry.happenings()) {
      builder.addHappenings(write(happening));
    }
    for (EntityImage image : entry.entities()) {
      builder.addEntities(
          hotline.v1.EntityImage.newBuilder()
              .setType(Enums.ENTITY_TYPE.toProto(image.type()))
              .setId(image.id())
              .setVersion(image.version())
              .setImage(ByteString.copyFrom(image.image())));
    }
    return builder.build().toByteArray();
  }

  /** Empty when the record has no personal data. */
  public static byte[] personal(JournalRecord entry) {
    hotline.v1.PersonalPart.Builder builder = hotline.v1.PersonalPart.newBuilder();
    entry
        .personal()
        .forEach(
            (id, data) ->
                builder.addEntries(
                    hotline.v1.PersonalPart.Entry.newBuilder()
                        .setType(Enums.ENTITY_TYPE.toProto(typeOf(id, entry)))
                        .setId(id)
                        .setData(Appeals.write(data))));
    return builder.build().toByteArray();
  }

  /**
   * Reads a record back. What only a newer node knows reads as unknown and is still in the images.
   *
   * @param personal empty when there is none, or when a masked link has dropped it
   * @throws WireException when the bytes are no record
   */
  public static JournalRecord read(byte[] body, byte[] personal) {
    try {
      hotline.v1.Record parsed = hotline.v1.Record.parseFrom(body);
      return new JournalRecord(
          Enums.RECORD_KIND.toDomain(parsed.getKind()),
          NodeCode.of(parsed.getNode()),
          parsed.getTicketId().isEmpty() ? null : TicketId.parse(parsed.getTicketId()),
          Basics.instant(parsed.getOccurredAtMicros()),
          Basics.read(parsed.getActor()),
          parsed.getHappeningsList().stream().map(RecordWire::read).toList(),
          parsed.getEntitiesList().stream().map(RecordWire::read).toList(),
          readPersonal(personal));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new WireException("not a record: " + e.getMessage(), e);
    }
  }

  private static EntityType typeOf(String id, JournalRecord entry) {
    return entry.entities().stream()
        .filter(image -> image.id().equals(id))
        .map(EntityImage::type)
        .findFirst()
        .orElse(EntityType.TICKET);
  }

  private static Map<String, PersonalData> readPersonal(byte[] personal)
      throws InvalidProtocolBufferException {
    if (personal.length == 0) {
      return Map.of();
    }
    Map<String, PersonalData> data = new LinkedHashMap<>();
    hotline.v1.PersonalPart.parseFrom(personal)
        .getEntriesList()
        .forEach(entry -> data.put(entry.getId(), Appeals.read(entry.getData())));
    return data;
  }

  private static hotline.v1.Happening write(Happening happening) {
    hotline.v1.Happening.Builder builder =
        hotline.v1.Happening.newBuilder()
            .setType(Enums.EVENT_TYPE.toProto(happening.type()))
            .setText(happening.text());
    AssignmentId assignment = happening.assignment();
    if (assignment != null) {
      builder.setAssignmentId(assignment.toString());
    }
    return builder.build();
  }

  private static Happening read(hotline.v1.Happening happening) {
    return new Happening(
        Enums.EVENT_TYPE.toDomain(happening.getType()),
        happening.getAssignmentId().isEmpty()
            ? null
            : AssignmentId.parse(happening.getAssignmentId()),
        happening.getText());
  }

  private static EntityImage read(hotline.v1.EntityImage image) {
    return new EntityImage(
        Enums.ENTITY_TYPE.toDomain(image.getType()),
        image.getId(),
        image.getVersion(),
        image.getImage().toByteArray());
  }
}
