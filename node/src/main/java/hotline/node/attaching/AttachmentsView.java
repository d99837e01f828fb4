package hotline.node.attaching;

import hotline.node.attachment.Attachment;
import hotline.node.classification.AttachmentAbout;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a ticket.
 *
 * @param places where this user may add one now
 * @param maxSize of one file, in bytes
 */
@Serdeable
record AttachmentsView(List<FileView> items, List<PlaceView> places, long maxSize, int maxCount) {

  /**
   * One file.
   *
   * @param sha256 of its bytes, in hexadecimal digits
   * @param image whether it can be shown as a picture
   * @param by user name at that node, or that of whoever brought it otherwise
   */
  @Serdeable
  record FileView(
      String id,
      AttachmentAbout about,
      String aboutLabel,
      @Nullable String assignment,
      String name,
      String mediaType,
      boolean image,
      long size,
      String sha256,
      OffsetDateTime at,
      String by,
      String node) {

    static FileView of(Attachment file) {
      return new FileView(
          file.id(),
          file.about(),
          file.about().label(),
          file.assignment() == null ? null : file.assignment().toString(),
          file.name(),
          file.mediaType(),
          file.mediaType().startsWith("image/"),
          file.size(),
          file.hash().hex(),
          Times.local(file.at()),
          file.by().id(),
          file.owner().name());
    }
  }

  /** Where a file may be added. */
  @Serdeable
  record PlaceView(AttachmentAbout about, String label, @Nullable String assignment) {
    static PlaceView of(AttachmentRights.Place place) {
      return new PlaceView(
          place.about(),
          place.about().label(),
          place.assignment() == null ? null : place.assignment().toString());
    }
  }
}
