package hotline.node.filing;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.archive.ArchiveFile;
import hotline.node.archive.ArchiveItem;
import hotline.node.archive.Missing;
import hotline.node.classification.ArchiveKind;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AuditStore;
import hotline.node.ticket.Actor;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket's file: what is in it by kind, and what is missing (SEC-06). Looks are audited. */
@Controller("/api/tickets/{id}/archive-file")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "archive")
class ArchiveController {

  private static final Set<Role> ADDERS =
      EnumSet.of(Role.FOLLOW_UP, Role.SUPERVISOR, Role.REVIEWER);

  private final ArchiveWork work;
  private final VisibleTickets visible;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  ArchiveController(
      ArchiveWork work,
      VisibleTickets visible,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.work = work;
    this.visible = visible;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Get
  ArchiveView read(String id, SignedInUser user) {
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> {
          visible.require(tx, ticket, user);
          audit.append(tx, clock.instant(), user.username(), "READ_ARCHIVE", ticket.toString(), "");
          return work.find(tx, ticket)
              .map(ArchiveView::of)
              .orElseThrow(
                  () -> new RefusedException(ErrorCode.NOT_FOUND, "工单 " + ticket + " 还没有归档材料"));
        });
  }

  /** Adds what only people have: a leader's instruction, a recording, feedback on paper. */
  @Post
  ArchiveView add(String id, SignedInUser user, @Valid @Body NewItem body) {
    Permissions.require(user, ADDERS, "增加归档材料");
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> {
          visible.require(tx, ticket, user);
          return ArchiveView.of(
              work.add(
                  tx,
                  Actor.user(user.username(), user.roles().iterator().next()),
                  ticket,
                  new ArchiveItem(
                      body.kind(),
                      body.title(),
                      body.reference() == null ? "" : body.reference(),
                      clock.instant())));
        });
  }

  @Serdeable
  record NewItem(
      @NotNull ArchiveKind kind,
      @NotBlank @Size(max = 200) String title,
      @Nullable @Size(max = 1000) String reference) {}

  @Serdeable
  record ArchiveView(
      String ticketId,
      String state,
      boolean complete,
      @Nullable OffsetDateTime sealedAt,
      List<ItemView> items,
      List<MissingView> missing) {

    static ArchiveView of(ArchiveFile file) {
      List<ArchiveItem> items = file.sealedAt() == null ? file.added() : file.items();
      return new ArchiveView(
          file.ticket().toString(),
          file.state(),
          file.complete(),
          file.sealedAt() == null ? null : Times.local(file.sealedAt()),
          items.stream().map(ItemView::of).toList(),
          file.missing().stream().map(MissingView::of).toList());
    }
  }

  @Serdeable
  record ItemView(
      ArchiveKind kind, String label, String title, String reference, OffsetDateTime at) {
    static ItemView of(ArchiveItem item) {
      return new ItemView(
          item.kind(), item.kind().label(), item.title(), item.reference(), Times.local(item.at()));
    }
  }

  @Serdeable
  record MissingView(ArchiveKind kind, String label, boolean applicable, String reason) {
    static MissingView of(Missing missing) {
      return new MissingView(
          missing.kind(), missing.kind().label(), missing.applicable(), missing.reason());
    }
  }
}
