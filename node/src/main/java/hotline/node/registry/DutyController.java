package hotline.node.registry;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.reference.ReferenceData;
import hotline.node.store.AuditStore;
import hotline.node.store.DutyStore;
import hotline.node.store.DutyStore.Duty;
import hotline.node.store.DutyStore.DutyKind;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leaders' answering days and the departments' rota (INT-17). */
@Controller("/api/duties")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "registry")
class DutyController {

  private static final Set<Role> ROLES = EnumSet.of(Role.SUPERVISOR);
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Duration AHEAD = Duration.ofDays(31);

  private final Transactions transactions;
  private final DutyStore duties;
  private final ReferenceData reference;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  DutyController(
      Transactions transactions,
      DutyStore duties,
      ReferenceData reference,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.transactions = transactions;
    this.duties = duties;
    this.reference = reference;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that touch the time; from now for a month when no time is given. */
  @Get
  List<DutyView> list(
      SignedInUser user,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to) {
    Instant start = from == null ? clock.instant() : from.toInstant();
    Instant end = to == null ? start.plus(AHEAD) : to.toInstant();
    return transactions.call(
        tx -> duties.between(tx, start, end).stream().map(DutyView::of).toList());
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(
        user.username(),
        format,
        RegistrySheets.duties(reference),
        "from=%s to=%s".formatted(from, to),
        list(user, from, to));
  }

  @Post
  HttpResponse<DutyView> create(SignedInUser user, @Valid @Body DutyRequest request) {
    Permissions.require(user, ROLES, "安排值守");
    Instant from = request.from().toInstant();
    Instant to = request.to().toInstant();
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT,
          "值守时间为 " + request.from() + " 至 " + request.to() + "，结束须晚于开始，且不超过 31 天");
    }
    String note = request.note() == null ? "" : request.note();
    DutyView created =
        transactions.call(
            tx -> {
              Duty duty =
                  duties.insert(
                      tx,
                      new Duty(
                          0,
                          request.kind(),
                          request.who(),
                          request.unit(),
                          from,
                          to,
                          note,
                          user.username()));
              audit.append(
                  tx,
                  clock.instant(),
                  user.username(),
                  "SET_DUTY",
                  "duty-" + duty.id(),
                  duty.kind() + " " + duty.from() + " " + duty.to());
              return DutyView.of(duty);
            });
    return HttpResponse.created(created);
  }

  @Delete("/{id}")
  void delete(long id, SignedInUser user) {
    Permissions.require(user, ROLES, "安排值守");
    transactions.<RuntimeException>run(
        tx -> {
          if (!duties.delete(tx, id)) {
            throw new RefusedException(ErrorCode.NOT_FOUND, "没有编号为 " + id + " 的值守安排");
          }
          audit.append(tx, clock.instant(), user.username(), "DELETE_DUTY", "duty-" + id, "");
        });
  }

  /**
   * @param who office and name as the public is told, e.g. 市长接听日
   */
  @Serdeable
  record DutyRequest(
      @NotNull DutyKind kind,
      @NotBlank @Size(max = 100) String who,
      @Nullable @Size(max = 32) String unit,
      @NotNull OffsetDateTime from,
      @NotNull OffsetDateTime to,
      @Nullable @Size(max = 500) String note) {}

  /** Who is on duty when. */
  @Serdeable
  record DutyView(
      long id,
      DutyKind kind,
      String who,
      @Nullable String unit,
      OffsetDateTime from,
      OffsetDateTime to,
      String note) {
    static DutyView of(Duty duty) {
      return new DutyView(
          duty.id(),
          duty.kind(),
          duty.who(),
          duty.unit(),
          Times.local(duty.from()),
          Times.local(duty.to()),
          duty.note());
    }
  }
}
