package hotline.node.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.attachment.Attachment;
import hotline.node.attachment.Sha256;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;

/** What is said about files, as bytes; found by the hash of the file. */
final class AttachmentForm extends EntityForm<Attachment> {

  AttachmentForm() {
    super(EntityType.ATTACHMENT);
  }

  @Override
  public Keys keys(Attachment file) {
    return new Keys(
        file.owner().codeText(),
        file.about().name(),
        file.ticket(),
        file.hash().hex(),
        file.at(),
        null);
  }

  @Override
  public PersonalData personal(Attachment file) {
    return PersonalData.NONE;
  }

  @Override
  public EntityImage image(Attachment file) {
    hotline.v1.Attachment.Builder builder =
        hotline.v1.Attachment.newBuilder()
            .setId(file.id())
            .setVersion(file.version())
            .setOwner(Basics.write(file.owner()))
            .setTicketId(file.ticket().toString())
            .setAbout(Enums.ATTACHMENT_ABOUT.toProto(file.about()))
            .setSha256(ByteString.copyFrom(file.hash().bytes()))
            .setSize(file.size())
            .setMediaType(file.mediaType())
            .setName(file.name())
            .setAtMicros(Basics.micros(file.at()))
            .setBy(Basics.write(file.by()));
    if (file.assignment() != null) {
      builder.setAssignmentId(file.assignment().toString());
    }
    return new EntityImage(type(), file.id(), file.version(), builder.build().toByteArray());
  }

  @Override
  Attachment parse(byte[] image, PersonalData personal) throws InvalidProtocolBufferException {
    hotline.v1.Attachment file = hotline.v1.Attachment.parseFrom(image);
    return new Attachment(
        file.getId(),
        file.getVersion(),
        Basics.read(file.getOwner()),
        TicketId.parse(file.getTicketId()),
        file.hasAssignmentId() ? AssignmentId.parse(file.getAssignmentId()) : null,
        Enums.ATTACHMENT_ABOUT.toDomain(file.getAbout()),
        Sha256.of(file.getSha256().toByteArray()),
        file.getSize(),
        file.getMediaType(),
        file.getName(),
        Basics.instant(file.getAtMicros()),
        Basics.read(file.getBy()));
  }
}
