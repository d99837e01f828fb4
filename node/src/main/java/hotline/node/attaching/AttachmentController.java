package hotline.node.attaching;

import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.attaching.AttachmentRights.Place;
import hotline.node.attaching.AttachmentsView.FileView;
import hotline.node.attaching.AttachmentsView.PlaceView;
import hotline.node.attachment.Attachment;
import hotline.node.classification.AttachmentAbout;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AuditStore;
import hotline.node.store.EntityStore;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.wire.EntityForms;
import hotline.sync.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files of tickets: bring them, list them, read them. Every look is audited (SEC-03). */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "attachments")
class AttachmentController {

  private final Attaching attaching;
  private final VisibleTickets visible;
  private final AttachmentRights rights;
  private final FileAnswer answers;
  private final EntityStore entities;
  private final AttachmentSettings settings;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  AttachmentController(
      Attaching attaching,
      VisibleTickets visible,
      AttachmentRights rights,
      FileAnswer answers,
      EntityStore entities,
      AttachmentSettings settings,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.attaching = attaching;
    this.visible = visible;
    this.rights = rights;
    this.answers = answers;
    this.entities = entities;
    this.settings = settings;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The files of a ticket that this user may see, and where he may add one. */
  @Get("/tickets/{id}/attachments")
  @Operation(summary = "工单附件")
  AttachmentsView list(String id, SignedInUser user) {
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> {
          Ticket found = visible.ticket(tx, ticket, user);
          audit.append(
              tx, clock.instant(), user.username(), "LIST_ATTACHMENTS", ticket.toString(), "");
          List<FileView> files =
              attaching.of(tx, ticket).stream()
                  .filter(file -> rights.maySee(tx, file, user))
                  .map(FileView::of)
                  .toList();
          return new AttachmentsView(
              files,
              rights.places(tx, found, user).stream().map(PlaceView::of).toList(),
              settings.getMaxSize(),
              settings.getMaxPerTicket());
        });
  }

  /**
   * Attaches a file; the same content once more returns the first.
   *
   * @param assignment whose reply it goes with, for {@code REPLY}
   */
  @Post(value = "/tickets/{id}/attachments", consumes = MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "上传附件")
  HttpResponse<FileView> add(
      String id,
      SignedInUser user,
      @QueryValue AttachmentAbout about,
      @Nullable @QueryValue @Size(max = 200) String assignment,
      CompletedFileUpload file)
      throws IOException {
    TicketId ticket = Ids.ticket(id);
    Place place = new Place(about, assignment == null ? null : Ids.assignment(assignment));
    Actor actor =
        transactions.call(
            tx -> rights.requireMayAdd(tx, visible.ticket(tx, ticket, user), place, user));
    try (InputStream content = file.getInputStream()) {
      Attachment attached =
          attaching.bring(
              new NewFile(
                  ticket,
                  about,
                  place.assignment(),
                  file.getFilename(),
                  actor,
                  settings.getMaxPerTicket()),
              content);
      return HttpResponse.created(FileView.of(attached));
    }
  }

  /** The file itself, fetched from its node when it is not here. Always as a file to keep. */
  @Get(value = "/attachments/{id}", produces = MediaType.ALL)
  @Operation(summary = "下载附件")
  HttpResponse<StreamedFile> read(@Size(max = 60) String id, SignedInUser user) {
    Attachment file =
        transactions.call(
            tx -> {
              Attachment found =
                  entities
                      .find(tx, EntityForms.ATTACHMENT, id)
                      .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有附件 " + id));
              visible.ticket(tx, found.ticket(), user);
              if (!rights.maySee(tx, found, user)) {
                throw new RefusedException(ErrorCode.NOT_FOUND, "没有附件 " + id);
              }
              audit.append(
                  tx,
                  clock.instant(),
                  user.username(),
                  "READ_ATTACHMENT",
                  found.ticket().toString(),
                  id);
              return found;
            });
    return answers.answer(file);
  }
}
