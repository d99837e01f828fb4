package hotline.node.linkage;

import hotline.node.access.ApiClient;
import hotline.node.access.ApiClients;
import hotline.node.classification.Channel;
import hotline.node.classification.ClientKind;
import hotline.node.classification.HandoverState;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.intake.IntakeRequest;
import hotline.node.intake.Registration;
import hotline.node.store.AuditStore;
import hotline.node.store.LinkageStore;
import hotline.node.store.LinkageStore.Direction;
import hotline.node.store.LinkageStore.Filter;
import hotline.node.store.LinkageStore.Handover;
import hotline.node.store.TicketStore;
import hotline.node.store.Visibility;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.HttpResponse;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The interface for the platforms of emergency numbers and public utilities (EMG-01 to EMG-03,
 * EMG-06): they fetch what was handed to them, take it or turn it down, say what became of it, and
 * hand over what is not theirs. Authorised by the key of a {@link ClientKind#LINKAGE} client whose
 * scope is the number, so that one after the other can be let in (EMG-02).
 */
@Controller("/api/exchange/linkage/{number}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "linkage")
class LinkageController {

  private static final int MANY = 100;

  private final ApiClients clients;
  private final Handovers handovers;
  private final LinkageStore store;
  private final Registration registration;
  private final TicketStore tickets;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  LinkageController(
      ApiClients clients,
      Handovers handovers,
      LinkageStore store,
      Registration registration,
      TicketStore tickets,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.clients = clients;
    this.handovers = handovers;
    this.store = store;
    this.registration = registration;
    this.tickets = tickets;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What waits to be taken, the oldest first, with whom to call; each look is audited (SEC-03). */
  @Get("/handovers")
  @Operation(summary = "查询移送给本热线、待接收的事项")
  List<HandedOver> waiting(String number, @Nullable @Header(ApiClients.HEADER) String key) {
    ApiClient client = client(key, number);
    return transactions.call(
        tx -> {
          requireLinked(tx, number);
          Filter filter =
              new Filter(number, Direction.OUT, HandoverState.WAITING, null, null, Visibility.ALL);
          return store.list(tx, filter, 0, MANY).stream()
              .map(handover -> handedOver(tx, client, handover))
              .toList();
        });
  }

  /** Takes it on, under the platform's own number; safe to repeat. */
  @Post("/handovers/{id}/acknowledge")
  @Operation(summary = "接收移送事项")
  HandoverStatus acknowledge(
      String number,
      String id,
      @Nullable @Header(ApiClients.HEADER) String key,
      @Valid @Body Acknowledgement body) {
    ApiClient client = client(key, number);
    return act(
        number,
        id,
        (tx, seen) ->
            handovers.take(
                tx,
                client.actor(),
                seen,
                body.theirNumber(),
                body.note() == null ? "对方编号 " + body.theirNumber() : body.note()));
  }

  /** Turns it down: somebody at the desk of this node sees to it. */
  @Post("/handovers/{id}/refuse")
  @Operation(summary = "退回移送事项")
  HandoverStatus refuse(
      String number,
      String id,
      @Nullable @Header(ApiClients.HEADER) String key,
      @Valid @Body Refusal body) {
    ApiClient client = client(key, number);
    return act(number, id, (tx, seen) -> handovers.fail(tx, client.actor(), seen, body.reason()));
  }

  /** Says what became of it. */
  @Post("/handovers/{id}/feedback")
  @Operation(summary = "反馈移送事项的处置结果")
  HandoverStatus feedback(
      String number,
      String id,
      @Nullable @Header(ApiClients.HEADER) String key,
      @Valid @Body Feedback body) {
    ApiClient client = client(key, number);
    return act(
        number,
        id,
        (tx, seen) ->
            handovers.answer(
                tx, client.actor(), seen, body.text(), !Boolean.FALSE.equals(body.resolved())));
  }

  /**
   * Hands over what is not for that hotline: registered for a person to decide; 200 with the first
   * ticket when its number is known already.
   */
  @Post("/appeals")
  @Operation(summary = "移交非紧急、非本热线事项（按对方编号幂等）")
  HttpResponse<Standing> handIn(
      String number, @Nullable @Header(ApiClients.HEADER) String key, @Valid @Body HandIn body) {
    ApiClient client = client(key, number);
    IntakeRequest given = body.appeal();
    if (given.channel() != Channel.TRANSFER
        || given.externalId() != null
        || given.decision() != null) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT,
          "移交的诉求渠道（channel）须为 TRANSFER，编号写在 theirNumber，且不能带 externalId 和受理决定（decision）");
    }
    IntakeRequest appeal = given.under(new IntakeRequest.ExternalId(number, body.theirNumber()));
    Optional<Ticket> first = transactions.call(tx -> earlier(tx, number, body.theirNumber()));
    if (first.isPresent()) {
      return HttpResponse.ok(Standing.of(first.get(), body.theirNumber()));
    }
    TicketId id = registration.nextId();
    Ticket ticket =
        transactions.call(
            tx -> {
              requireLinked(tx, number);
              Ticket made = registration.registerUndecided(tx, id, appeal, client.actor());
              handovers.in(tx, client.actor(), made, number, body.theirNumber(), body.reason());
              return made;
            });
    return HttpResponse.created(Standing.of(ticket, body.theirNumber()));
  }

  /** How what was handed in stands, and what came of it. */
  @Get("/appeals/{theirNumber}")
  @Operation(summary = "查询移交事项的办理情况")
  Standing standing(
      String number, String theirNumber, @Nullable @Header(ApiClients.HEADER) String key) {
    client(key, number);
    return transactions
        .call(tx -> earlier(tx, number, theirNumber))
        .map(ticket -> Standing.of(ticket, theirNumber))
        .orElseThrow(
            () -> new RefusedException(ErrorCode.NOT_FOUND, "没有移交编号为 " + theirNumber + " 的事项"));
  }

  private Optional<Ticket> earlier(Tx tx, String number, String theirNumber) {
    return registration
        .earlier(tx, new IntakeRequest.ExternalId(number, theirNumber))
        .flatMap(id -> tickets.find(tx, id));
  }

  private HandoverStatus act(String number, String id, BiFunction<Tx, Handover, Handover> action) {
    return transactions.call(
        tx -> {
          Handover seen =
              store
                  .find(tx, id)
                  .filter(
                      found -> found.direction() == Direction.OUT && found.number().equals(number))
                  .orElseThrow(
                      () ->
                          new RefusedException(
                              ErrorCode.NOT_FOUND, "没有移送给 " + number + " 的 " + id));
          Handover after = action.apply(tx, seen);
          return new HandoverStatus(
              after.id(), after.ticket().toString(), after.state(), after.state().label());
        });
  }

  private HandedOver handedOver(Tx tx, ApiClient client, Handover handover) {
    Ticket ticket =
        tickets
            .find(tx, handover.ticket())
            .orElseThrow(
                () -> new IllegalStateException(handover.id() + " is of a ticket that is gone"));
    audit.append(
        tx,
        clock.instant(),
        client.id(),
        "SHARE_PERSONAL",
        handover.ticket().toString(),
        handover.number() + " " + handover.id());
    return HandedOver.of(handover, ticket);
  }

  private ApiClient client(@Nullable String key, String number) {
    ApiClient client = clients.require(key, ClientKind.LINKAGE);
    client.require(number);
    return client;
  }

  private void requireLinked(Tx tx, String number) {
    if (!handovers.isLinked(tx, number)) {
      throw new RefusedException(
          ErrorCode.EXCHANGE_RULE, "“" + number + "”不是紧急热线，也不是登记了主管单位的公共事业热线");
    }
  }

  @Serdeable
  record Acknowledgement(
      @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String theirNumber,
      @Nullable @Size(max = 200) String note) {}

  @Serdeable
  record Refusal(@NotBlank @Size(max = 200) String reason) {}

  @Serdeable
  record Feedback(@NotBlank @Size(max = 1500) String text, @Nullable Boolean resolved) {}

  /**
   * @param reason why it is not for that hotline
   */
  @Serdeable
  record HandIn(
      @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String theirNumber,
      @NotBlank @Size(max = 500) String reason,
      @NotNull @Valid IntakeRequest appeal) {}

  /** What became of a platform's act. */
  @Serdeable
  record HandoverStatus(String id, String ticketId, HandoverState state, String stateLabel) {}

  /** What was handed over, with whom to call: helping him is what it was handed over for. */
  @Serdeable
  record HandedOver(
      String id,
      String ticketId,
      String reason,
      boolean threeParty,
      int attempts,
      OffsetDateTime madeAt,
      @Nullable OffsetDateTime dueAt,
      String title,
      String content,
      @Nullable String region,
      @Nullable String place,
      @Nullable OffsetDateTime occurredAt,
      @Nullable String requesterName,
      @Nullable String requesterPhone,
      @Nullable String requesterAddress) {

    static HandedOver of(Handover handover, Ticket ticket) {
      Appeal appeal = ticket.appeal();
      PersonalData personal = ticket.requester().personal();
      var region = appeal.region();
      var occurred = appeal.occurredAt();
      var due = handover.dueAt();
      return new HandedOver(
          handover.id(),
          handover.ticket().toString(),
          handover.reason(),
          handover.threeParty(),
          handover.attempts(),
          Times.local(handover.madeAt()),
          due == null ? null : Times.local(due),
          appeal.title(),
          appeal.content(),
          region == null ? null : region.name(),
          appeal.place(),
          occurred == null ? null : Times.local(occurred),
          personal.name(),
          personal.phone(),
          personal.address());
    }
  }

  /** How a matter stands that was handed in. */
  @Serdeable
  record Standing(
      String theirNumber,
      String ticketId,
      String queryCode,
      TicketState state,
      String stateLabel,
      @Nullable String guidance,
      @Nullable String answer,
      @Nullable String satisfaction) {

    static Standing of(Ticket ticket, String theirNumber) {
      var refusal = ticket.outcome().refusal();
      var answer = ticket.outcome().answer();
      return new Standing(
          theirNumber,
          ticket.id().toString(),
          ticket.queryCode(),
          ticket.state(),
          ticket.state().label(),
          refusal == null ? null : refusal.guidance(),
          answer == null ? null : answer.content(),
          ticket.followUps().last().map(rating -> rating.satisfaction().label()).orElse(null));
    }
  }
}
