package hotline.node.intake;

import hotline.node.classification.Labelled;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.IntakeStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Answer;
import hotline.node.ticket.Refusal;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen may ask about his own appeal (INT-19): with the query code and his phone number.
 */
@Controller("/api/public/appeals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "public")
class PublicController {

  private static final int MANY = 50;

  private final Transactions transactions;
  private final IntakeStore intake;
  private final TicketStore tickets;

  PublicController(Transactions transactions, IntakeStore intake, TicketStore tickets) {
    this.transactions = transactions;
    this.intake = intake;
    this.tickets = tickets;
  }

  /** Whether the code or the phone number is wrong is not told apart. */
  @Get("/{queryCode}")
  Progress progress(
      @Size(max = 32) String queryCode, @Nullable @QueryValue @Size(max = 30) String phone) {
    return transactions
        .call(tx -> intake.byQueryCode(tx, queryCode).flatMap(id -> tickets.find(tx, id)))
        .filter(ticket -> isHis(ticket, phone))
        .map(Progress::of)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有找到诉求，请核对查询码和登记时所留的电话"));
  }

  /** All of the person's own appeals at this node, by the code of any of them and his number. */
  @Get("/{queryCode}/history")
  List<Progress> history(
      @Size(max = 32) String queryCode, @Nullable @QueryValue @Size(max = 30) String phone) {
    return transactions.call(
        tx -> {
          Ticket ticket =
              intake
                  .byQueryCode(tx, queryCode)
                  .flatMap(id -> tickets.find(tx, id))
                  .filter(found -> phone != null && isHis(found, phone))
                  .orElseThrow(
                      () -> new RefusedException(ErrorCode.NOT_FOUND, "没有找到诉求，请核对查询码和登记时所留的电话"));
          String key = ticket.requester().key();
          List<TicketId> ids =
              key == null ? List.of(ticket.id()) : intake.ofRequester(tx, key, MANY);
          Map<TicketId, Ticket> found = tickets.findAll(tx, ids);
          return ids.stream()
              .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
              .map(Progress::of)
              .toList();
        });
  }

  /** Who left no phone number is known by the query code alone. */
  private static boolean isHis(Ticket ticket, @Nullable String phone) {
    String left = ticket.requester().personal().phone();
    return left == null || (phone != null && digits(left).equals(digits(phone)));
  }

  private static String digits(String phone) {
    return phone.replaceAll("[^0-9]", "");
  }

  /** As much as the citizen is told. */
  @Serdeable
  record Progress(
      String id,
      String title,
      TicketState state,
      String stateLabel,
      OffsetDateTime registeredAt,
      @Nullable OffsetDateTime due,
      @Nullable String answer,
      @Nullable String guidance) {

    static Progress of(Ticket ticket) {
      var due = ticket.clock().due();
      Answer answer = ticket.outcome().answer();
      Refusal refusal = ticket.outcome().refusal();
      Labelled state = ticket.state();
      return new Progress(
          ticket.id().toString(),
          ticket.appeal().title(),
          ticket.state(),
          state.label(),
          Times.local(ticket.clock().registeredAt()),
          due == null ? null : Times.local(due.at()),
          answer == null ? null : answer.content(),
          refusal == null ? null : refusal.guidance());
    }
  }
}
