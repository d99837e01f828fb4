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
import hotline.node.store.ExpertSeatStore;
import hotline.node.store.ExpertSeatStore.ExpertSeat;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where experts sit (TOP-24): in the hall, or at their department where there is a reason. The
 * policy says for which hotlines there must be one; what takes an expert is passed on there
 * (INT-14).
 */
@Controller("/api/expert-seats")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "registry")
class ExpertSeatController {

  private final Transactions transactions;
  private final ExpertSeatStore store;
  private final Exports exports;
  private final AuditStore audit;
  private final ReferenceData reference;
  private final Rules rules;
  private final Clock clock;

  ExpertSeatController(
      Transactions transactions,
      ExpertSeatStore store,
      Exports exports,
      AuditStore audit,
      ReferenceData reference,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.exports = exports;
    this.audit = audit;
    this.reference = reference;
    this.rules = rules;
    this.clock = clock;
  }

  /** The seats, those in the hall first, and for which hotlines one is missing. */
  @Get
  SeatsView list(SignedInUser user) {
    List<ExpertSeat> seats = transactions.call(store::all);
    Set<String> missing = new TreeSet<>(rules.policy().telephony().expertLines());
    missing.removeAll(seats.stream().map(ExpertSeat::field).collect(Collectors.toSet()));
    return new SeatsView(seats.stream().map(this::view).toList(), missing);
  }

  /** The seats as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(user.username(), format, RegistrySheets.SEATS, "", list(user).seats());
  }

  @Post
  HttpResponse<SeatView> set(SignedInUser user, @Valid @Body SeatRequest request) {
    Permissions.require(user, EnumSet.of(Role.ADMIN), "设立专家座席");
    String reason = request.reason() == null ? "" : request.reason().strip();
    if (reference.unit(request.unit()).isEmpty()) {
      throw new RefusedException(
          ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + request.unit() + "”的承办单位，专家座席须属于承办单位");
    }
    if (request.remote() && reason.isEmpty()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "专家座席应设在话务大厅；因客观原因只能设部门远端座席的，须说明原因（reason）");
    }
    ExpertSeat seat =
        new ExpertSeat(
            0,
            request.field().strip(),
            request.unit(),
            request.remote(),
            reason,
            clock.instant(),
            user.username());
    ExpertSeat set =
        transactions.call(
            tx -> {
              ExpertSeat stored = store.insert(tx, seat);
              audit.append(
                  tx,
                  clock.instant(),
                  user.username(),
                  "SET_EXPERT_SEAT",
                  "expert-seat-" + stored.id(),
                  stored.field() + " " + stored.unit());
              return stored;
            });
    return HttpResponse.created(view(set));
  }

  @Post("/{id}/end")
  SeatsView end(long id, SignedInUser user) {
    Permissions.require(user, EnumSet.of(Role.ADMIN), "撤销专家座席");
    transactions.<RuntimeException>run(
        tx -> {
          if (!store.end(tx, id, clock.instant())) {
            throw new RefusedException(ErrorCode.NOT_FOUND, "没有编号为 " + id + " 的专家座席");
          }
          audit.append(
              tx, clock.instant(), user.username(), "END_EXPERT_SEAT", "expert-seat-" + id, "");
        });
    return list(user);
  }

  private SeatView view(ExpertSeat seat) {
    return new SeatView(
        seat.id(),
        seat.field(),
        seat.unit(),
        reference.unitName(seat.unit()),
        seat.remote(),
        seat.reason());
  }

  /**
   * @param field a hotline number such as 12333, or a field of business
   * @param remote at the department, for a reason, and not in the hall
   */
  @Serdeable
  record SeatRequest(
      @NotBlank @Size(max = 40) String field,
      @NotBlank @Size(max = 32) String unit,
      boolean remote,
      @Nullable @Size(max = 200) String reason) {}

  @Serdeable
  record SeatView(
      long id, String field, String unit, String unitName, boolean remote, String reason) {}

  /**
   * @param missing the hotlines that must have one and have none
   */
  @Serdeable
  record SeatsView(List<SeatView> seats, Set<String> missing) {}
}
