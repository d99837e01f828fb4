package hotline.node.intake;

import hotline.node.access.ApiClient;
import hotline.node.access.ApiClients;
import hotline.node.classification.Channel;
import hotline.node.classification.ClientKind;
import hotline.node.classification.Urgency;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.work.Rules;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where other channels bring appeals in: portals, message boards, apps, a robot (INT-02 to INT-06).
 * All of them land in the same pool as those of the phone (INT-18). Authorised by the key of a
 * {@link ClientKind#CHANNEL} client whose scope is the channel.
 */
@Controller("/api/exchange/appeals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "exchange")
class ChannelController {

  private final ApiClients clients;
  private final Transactions transactions;
  private final Registration registration;
  private final TicketStore tickets;
  private final Rules rules;

  ChannelController(
      ApiClients clients,
      Transactions transactions,
      Registration registration,
      TicketStore tickets,
      Rules rules) {
    this.clients = clients;
    this.transactions = transactions;
    this.registration = registration;
    this.tickets = tickets;
    this.rules = rules;
  }

  /**
   * Registers an appeal for a person to decide; 200 with the first ticket when the channel's number
   * is known already. What a robot has answered to the citizen's satisfaction is closed where the
   * policy trusts it with that category, all else goes to a person (INT-06).
   */
  @Post
  @Operation(summary = "各渠道提交诉求（按渠道编号幂等）")
  HttpResponse<Registered> submit(
      @Nullable @Header(ApiClients.HEADER) String key, @Valid @Body Submission submission) {
    ApiClient client = clients.require(key, ClientKind.CHANNEL);
    IntakeRequest appeal = submission.appeal();
    client.require(appeal.channel().name());
    if (appeal.externalId() == null || appeal.decision() != null) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "渠道提交的诉求须带渠道编号（externalId），且不能带受理决定（decision）");
    }
    Optional<Ticket> first = transactions.call(tx -> earlier(tx, appeal));
    if (first.isPresent()) {
      return HttpResponse.ok(Registered.of(first.get()));
    }
    TicketId id = registration.nextId();
    TicketCommand.AnswerTicket answer = answer(submission);
    Ticket ticket =
        transactions.call(tx -> registration.register(tx, id, appeal, client.actor(), answer));
    return HttpResponse.created(Registered.of(ticket));
  }

  /** How an appeal stands, for the portal that it came by to show (XTR-07). */
  @Get("/{system}/{number}")
  @Operation(summary = "查询诉求办理情况（按渠道编号）")
  Standing standing(String system, String number, @Nullable @Header(ApiClients.HEADER) String key) {
    ApiClient client = clients.require(key, ClientKind.CHANNEL);
    Ticket ticket =
        transactions
            .call(
                tx ->
                    registration
                        .earlier(tx, new IntakeRequest.ExternalId(system, number))
                        .flatMap(id -> tickets.find(tx, id)))
            .orElseThrow(
                () -> new RefusedException(ErrorCode.NOT_FOUND, "没有渠道编号为 " + number + " 的诉求"));
    client.require(ticket.appeal().channel().name());
    return Standing.of(ticket);
  }

  private Optional<Ticket> earlier(Tx tx, IntakeRequest appeal) {
    return registration.earlier(tx, appeal).flatMap(id -> tickets.find(tx, id));
  }

  private TicketCommand.@Nullable AnswerTicket answer(Submission submission) {
    IntakeRequest appeal = submission.appeal();
    boolean trusted =
        appeal.channel() == Channel.ROBOT
            && appeal.category() != null
            && appeal.urgency() != Urgency.URGENT
            && rules.policy().intake().robotAnswers().contains(appeal.category());
    return submission.robotAnswer() != null && trusted
        ? new TicketCommand.AnswerTicket(submission.robotAnswer())
        : null;
  }

  /**
   * An appeal of a channel.
   *
   * @param robotAnswer what the robot answered, when the citizen was content with that
   */
  @Serdeable
  record Submission(
      @NotNull @Valid IntakeRequest appeal, @Nullable @Size(max = 4000) String robotAnswer) {}

  /** How an appeal stands. */
  @Serdeable
  record Standing(
      String ticketId,
      TicketState state,
      String stateLabel,
      @Nullable String guidance,
      @Nullable String answer,
      @Nullable String satisfaction) {
    static Standing of(Ticket ticket) {
      var refusal = ticket.outcome().refusal();
      var answer = ticket.outcome().answer();
      return new Standing(
          ticket.id().toString(),
          ticket.state(),
          ticket.state().label(),
          refusal == null ? null : refusal.guidance(),
          answer == null ? null : answer.content(),
          ticket.followUps().last().map(rating -> rating.satisfaction().label()).orElse(null));
    }
  }

  /** The ticket that came of it; the query code is for the citizen. */
  @Serdeable
  record Registered(String ticketId, String queryCode, TicketState state, String stateLabel) {
    static Registered of(Ticket ticket) {
      return new Registered(
          ticket.id().toString(), ticket.queryCode(), ticket.state(), ticket.state().label());
    }
  }
}
