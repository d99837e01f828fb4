package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.archive.ArchiveFile;
import hotline.node.archive.ArchiveItem;
import hotline.node.archive.Missing;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;

/** Files of archived tickets as bytes: what they hold, not the things themselves. */
final class ArchiveForm extends EntityForm<ArchiveFile> {

  ArchiveForm() {
    super(EntityType.ARCHIVE_FILE);
  }

  @Override
  public Keys keys(ArchiveFile file) {
    return new Keys(
        file.owner().codeText(), file.state(), file.ticket(), null, file.openedAt(), null);
  }

  @Override
  public PersonalData personal(ArchiveFile file) {
    return PersonalData.NONE;
  }

  @Override
  public EntityImage image(ArchiveFile file) {
    hotline.v1.ArchiveFile.Builder builder =
        hotline.v1.ArchiveFile.newBuilder()
            .setTicketId(file.ticket().toString())
            .setVersion(file.version())
            .setOwner(Basics.write(file.owner()))
            .setOpenedAtMicros(Basics.micros(file.openedAt()));
    file.added().forEach(item -> builder.addAdded(write(item)));
    file.items().forEach(item -> builder.addItems(write(item)));
    file.missing()
        .forEach(
            missing ->
                builder.addMissing(
                    hotline.v1.ArchiveFile.Missing.newBuilder()
                        .setKind(Enums.ARCHIVE_KIND.toProto(missing.kind()))
                        .setApplicable(missing.applicable())
                        .setReason(missing.reason())));
    if (file.sealedAt() != null) {
      builder.setSealedAtMicros(Basics.micros(file.sealedAt()));
    }
    return new EntityImage(
        EntityType.ARCHIVE_FILE, file.id(), file.version(), builder.build().toByteArray());
  }

  @Override
  ArchiveFile parse(byte[] image, PersonalData personal) throws InvalidProtocolBufferException {
    hotline.v1.ArchiveFile file = hotline.v1.ArchiveFile.parseFrom(image);
    return new ArchiveFile(
        TicketId.parse(file.getTicketId()),
        file.getVersion(),
        Basics.read(file.getOwner()),
        Basics.instant(file.getOpenedAtMicros()),
        file.getAddedList().stream().map(ArchiveForm::read).toList(),
        file.getItemsList().stream().map(ArchiveForm::read).toList(),
        file.getMissingList().stream()
            .map(
                missing ->
                    new Missing(
                        Enums.ARCHIVE_KIND.toDomain(missing.getKind()),
                        missing.getApplicable(),
                        missing.getReason()))
            .toList(),
        file.hasSealedAtMicros() ? Basics.instant(file.getSealedAtMicros()) : null);
  }

  private static hotline.v1.ArchiveFile.Item write(ArchiveItem item) {
    return hotline.v1.ArchiveFile.Item.newBuilder()
        .setKind(Enums.ARCHIVE_KIND.toProto(item.kind()))
        .setTitle(item.title())
        .setReference(item.reference())
        .setAtMicros(Basics.micros(item.at()))
        .build();
  }

  private static ArchiveItem read(hotline.v1.ArchiveFile.Item item) {
    return new ArchiveItem(
        Enums.ARCHIVE_KIND.toDomain(item.getKind()),
        item.getTitle(),
        item.getReference(),
        Basics.instant(item.getAtMicros()));
  }
}
