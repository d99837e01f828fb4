package hotline.node.intake;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AuditStore;
import hotline.node.store.IntakeStore;
import hotline.node.ticket.PersonalData;
import hotline.node.view.TicketRow;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of somebody who calls; each look is on the record (SEC-03). */
@Controller("/api/intake")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "intake")
class CallerController {

  private static final Set<Role> ROLES = EnumSet.of(Role.CALL_TAKER, Role.DISPATCHER);
  private static final int MANY = 20;

  private final Transactions transactions;
  private final RequesterKeys keys;
  private final Callers callers;
  private final IntakeStore intake;
  private final TicketRows rows;
  private final AuditStore audit;
  private final Clock clock;

  CallerController(
      Transactions transactions,
      RequesterKeys keys,
      Callers callers,
      IntakeStore intake,
      TicketRows rows,
      AuditStore audit,
      Clock clock) {
    this.transactions = transactions;
    this.keys = keys;
    this.callers = callers;
    this.intake = intake;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A caller's own appeals (INT-19). Who does not say who he is is not told anything (ACC-13); the
   * look is on the record.
   */
  @Post("/history")
  List<TicketRow> history(SignedInUser user, @Valid @Body HistoryRequest request) {
    Permissions.require(user, ROLES, "查询个人历史诉求");
    String key = keys.keyOf(new PersonalData(null, request.phone(), null));
    if (key == null) {
      throw new RefusedException(ErrorCode.INTAKE_INCOMPLETE, "查询个人历史诉求须提供登记时所留的电话，拒绝提供的不予受理");
    }
    return transactions.call(
        tx -> {
          audit.append(
              tx, clock.instant(), user.username(), "READ_HISTORY", "requester", request.reason());
          return rows.of(tx, intake.ofRequester(tx, key, MANY));
        });
  }

  /**
   * What is known of a number that a caller gives, without whose it is; the look is on the record
   * (SEC-03).
   */
  @Post("/caller")
  Callers.CallerView caller(SignedInUser user, @Valid @Body NumberRequest request) {
    Permissions.require(user, ROLES, "登记诉求");
    return transactions.call(
        tx -> {
          audit.append(tx, clock.instant(), user.username(), "READ_HISTORY", "requester", "登记诉求");
          return callers.ofNumber(tx, user, request.phone());
        });
  }

  @Serdeable
  record NumberRequest(@NotBlank @Pattern(regexp = "[+0-9 -]{5,30}") String phone) {}

  @Serdeable
  record HistoryRequest(
      @Nullable @Size(max = 30) String phone, @NotBlank @Size(max = 200) String reason) {}
}
