package hotline.node.exchange;

import hotline.node.access.ApiClient;
import hotline.node.access.ApiClients;
import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.ClientKind;
import hotline.node.classification.MergeMode;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.line.Line;
import hotline.node.line.LineNumber;
import hotline.node.store.EntityStore;
import hotline.node.store.ExchangeStore;
import hotline.node.store.ExchangeStore.ExchangeTicket;
import hotline.node.store.ExchangeStore.Gap;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketState;
import hotline.node.view.Times;
import hotline.node.wire.EntityForms;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The interface standard for hotlines that go on working in their own system (XTR-04): authorised
 * by the key of a {@link ClientKind#EXCHANGE} client whose scope is the line.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "exchange")
class ExchangeController {

  private final ApiClients clients;
  private final Transactions transactions;
  private final Exchange exchange;
  private final ExchangeStore store;
  private final EntityStore entities;
  private final TicketStore tickets;
  private final Rules rules;

  ExchangeController(
      ApiClients clients,
      Transactions transactions,
      Exchange exchange,
      ExchangeStore store,
      EntityStore entities,
      TicketStore tickets,
      Rules rules) {
    this.clients = clients;
    this.transactions = transactions;
    this.exchange = exchange;
    this.store = store;
    this.entities = entities;
    this.tickets = tickets;
    this.rules = rules;
  }

  /** Takes in one thing that happened; safe to repeat. */
  @Post("/api/exchange/lines/{line}/tickets")
  @Operation(summary = "推送工单办理情况（按工单编号和序号幂等）")
  Receipt push(
      String line, @Nullable @Header(ApiClients.HEADER) String key, @Valid @Body Push push) {
    ApiClient client = client(key, line);
    return transactions.call(tx -> exchange.take(tx, client, open(tx, line), push));
  }

  /** How the hub sees one of the department's tickets, and what it wants of the department. */
  @Get("/api/exchange/lines/{line}/tickets/{number}")
  @Operation(summary = "查询工单在12345平台的状态、待办要求和回访评价")
  TicketStatus status(String line, String number, @Nullable @Header(ApiClients.HEADER) String key) {
    client(key, line);
    return transactions.call(
        tx -> {
          Line known = open(tx, line);
          ExchangeTicket ticket =
              store
                  .find(tx, line, number)
                  .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有工单 " + number));
          Ticket own =
              ticket.ticket() == null ? null : tickets.find(tx, ticket.ticket()).orElse(null);
          if (own == null) {
            throw new RefusedException(ErrorCode.NOT_FOUND, "没有工单 " + number);
          }
          return TicketStatus.of(ticket, own, known);
        });
  }

  /** The department's own view of how far the hub has got. */
  @Get("/api/exchange/lines/{line}/status")
  @Operation(summary = "查询同步进度和缺失的序号")
  SyncStatus sync(String line, @Nullable @Header(ApiClients.HEADER) String key) {
    client(key, line);
    return transactions.call(tx -> sync(tx, line));
  }

  /** The same for people: what a line has pushed, and where something is missing. */
  @Get("/api/lines/{line}/exchange")
  SyncStatus syncForPeople(String line, SignedInUser user) {
    Permissions.require(user, EnumSet.of(Role.SUPERVISOR), "查看部门系统同步情况");
    return transactions.call(tx -> sync(tx, line));
  }

  private SyncStatus sync(Tx tx, String line) {
    long[] totals = store.totals(tx, line);
    return new SyncStatus(
        line, totals[0], totals[1], store.gaps(tx, line).stream().map(GapView::of).toList());
  }

  private ApiClient client(@Nullable String key, String line) {
    ApiClient client = clients.require(key, ClientKind.EXCHANGE);
    client.require(line);
    return client;
  }

  private Line open(Tx tx, String number) {
    return entities
        .find(tx, EntityForms.LINE, Line.id(rules.self(), new LineNumber(number)))
        .filter(ExchangeController::handledElsewhere)
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.EXCHANGE_RULE, "热线 " + number + " 不是双号并行的热线，不能由部门系统办理"));
  }

  /** Whether the line's department goes on working in its own system. */
  static boolean handledElsewhere(Line line) {
    return !line.cancelled() && line.mode().needsDepartment() && line.mode() != MergeMode.PARALLEL;
  }

  /**
   * A department's ticket at the hub.
   *
   * @param wanted what the hub waits for: HANDLING when the department has to act
   * @param round 1 at first, one more with each redo
   */
  @Serdeable
  record TicketStatus(
      String number,
      String ticketId,
      int applied,
      TicketState state,
      String stateLabel,
      @Nullable OffsetDateTime due,
      boolean wanted,
      int round,
      @Nullable String satisfaction) {

    static TicketStatus of(ExchangeTicket exchange, Ticket ticket, Line line) {
      var department = line.department();
      Order order =
          ticket.orders().live().stream()
              .filter(
                  live ->
                      department != null
                          && live.assignee().codeText().equals(department.codeText()))
              .findFirst()
              .orElse(null);
      var due = ticket.clock().due();
      return new TicketStatus(
          exchange.number(),
          ticket.id().toString(),
          exchange.applied(),
          ticket.state(),
          ticket.state().label(),
          due == null ? null : Times.local(due.at()),
          order != null && EnumSet.of(OrderState.PLACED, OrderState.SIGNED).contains(order.state()),
          order == null ? 0 : order.round(),
          ticket.followUps().last().map(rating -> rating.satisfaction().label()).orElse(null));
    }
  }

  /**
   * How far the hub has got.
   *
   * @param gaps tickets of which something is missing
   */
  @Serdeable
  record SyncStatus(String line, long tickets, long applied, List<GapView> gaps) {}

  /**
   * Something missing.
   *
   * @param expected the sequence that has not come, or came and was refused
   * @param next the first that waits or was refused
   */
  @Serdeable
  record GapView(
      String number,
      int expected,
      int next,
      int waiting,
      OffsetDateTime since,
      @Nullable String problem) {
    static GapView of(Gap gap) {
      return new GapView(
          gap.number(),
          gap.expected(),
          gap.next(),
          gap.waiting(),
          Times.local(gap.since()),
          gap.problem());
    }
  }
}
