package hotline.node.portal;

import hotline.node.ticket.PersonalNumbers;
import hotline.node.ticket.Ticket;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Citizens ask how their appeals stand, by query code and phone number (INT-19). */
@Controller("/api/public")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "public")
class ProgressController {

  private final AskedAppeals asked;
  private final OwnAppeals appeals;
  private final Transactions transactions;

  ProgressController(AskedAppeals asked, OwnAppeals appeals, Transactions transactions) {
    this.asked = asked;
    this.appeals = appeals;
    this.transactions = transactions;
  }

  /** Whether the code or the phone number is wrong is not told apart. */
  @Post("/progress")
  @Operation(summary = "公众查询办理进度（查询码、电话）")
  Progress progress(HttpRequest<?> request, @Valid @Body Question question) {
    return transactions.call(
        tx -> appeals.progress(tx, asked.one(tx, request, question.code(), question.phone())));
  }

  /** All of the person's own appeals at this node, by the code of any of them and his number. */
  @Post("/progress/history")
  @Operation(summary = "公众查询历次诉求（查询码、电话）")
  List<Past> historyOf(HttpRequest<?> request, @Valid @Body Question question) {
    return history(request, question.code(), question.phone());
  }

  /** Likewise for other systems' pages; numbers in addresses end up in logs. */
  @Get("/appeals/{queryCode}")
  @Operation(summary = "公众查询办理进度（地址方式，建议改用 POST /api/public/progress）")
  Progress byAddress(
      HttpRequest<?> request,
      @Size(max = 32) String queryCode,
      @Nullable @QueryValue @Size(max = 30) String phone) {
    return transactions.call(tx -> appeals.progress(tx, asked.one(tx, request, queryCode, phone)));
  }

  @Get("/appeals/{queryCode}/history")
  List<Past> historyByAddress(
      HttpRequest<?> request,
      @Size(max = 32) String queryCode,
      @Nullable @QueryValue @Size(max = 30) String phone) {
    return history(request, queryCode, phone);
  }

  private List<Past> history(HttpRequest<?> request, String code, @Nullable String phone) {
    return transactions.call(
        tx ->
            appeals.history(tx, asked.one(tx, request, code, phone)).stream()
                .map(Past::of)
                .toList());
  }

  @Serdeable
  record Question(@NotBlank @Size(max = 32) String code, @Nullable @Size(max = 30) String phone) {}

  /** One of somebody's appeals, in a list. */
  @Serdeable
  record Past(
      String id, String queryCode, String title, String stateLabel, OffsetDateTime registeredAt) {
    static Past of(Ticket ticket) {
      return new Past(
          ticket.id().toString(),
          ticket.queryCode(),
          PersonalNumbers.hidden(ticket.appeal().title()),
          ticket.state().label(),
          Times.local(ticket.clock().registeredAt()));
    }
  }
}
