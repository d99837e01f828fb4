package hotline.node.portal;

import hotline.node.attaching.Attaching;
import hotline.node.attaching.AttachmentSettings;
import hotline.node.attaching.NewFile;
import hotline.node.classification.AttachmentAbout;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.ticket.TicketId;
import hotline.sync.Transactions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Photos that citizens add to their own appeals (INT-02). */
@Controller("/api/public/appeals/{queryCode}/photos")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "public")
class PortalPhotoController {

  private final OwnAppeals appeals;
  private final AskedAppeals asked;
  private final Attaching attaching;
  private final AttachmentSettings files;
  private final PortalLimits limits;
  private final Transactions transactions;

  PortalPhotoController(
      OwnAppeals appeals,
      AskedAppeals asked,
      Attaching attaching,
      AttachmentSettings files,
      PortalLimits limits,
      Transactions transactions) {
    this.appeals = appeals;
    this.asked = asked;
    this.attaching = attaching;
    this.files = files;
    this.limits = limits;
    this.transactions = transactions;
  }

  /** Adds a photo to an appeal that is not concluded; the same photo once more changes nothing. */
  @Post(consumes = MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "公众为诉求补充照片")
  HttpResponse<Photos> addPhoto(
      HttpRequest<?> request,
      @Size(max = 32) String queryCode,
      @Nullable @Part("phone") String phone,
      CompletedFileUpload file)
      throws IOException {
    limits.countUpload(request);
    Progress before =
        transactions.call(tx -> appeals.progress(tx, asked.one(tx, request, queryCode, phone)));
    if (before.mayAddPhotos() == 0) {
      throw new RefusedException(
          ErrorCode.ATTACHMENT_RULE,
          before.photos() < files.getMaxByCitizen()
              ? "诉求已办结，不能再补充照片"
              : "每件诉求最多 " + files.getMaxByCitizen() + " 张照片");
    }
    try (InputStream content = file.getInputStream()) {
      attaching.bring(
          new NewFile(
              TicketId.parse(before.id()),
              AttachmentAbout.APPEAL,
              null,
              "诉求人照片" + (before.photos() + 1),
              PortalController.CITIZEN,
              files.getMaxPerTicket()),
          content);
    }
    return HttpResponse.created(new Photos(before.photos() + 1));
  }

  /** How many there are now. */
  @Serdeable
  record Photos(int photos) {}
}
