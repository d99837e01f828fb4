package hotline.node.followup;

import hotline.node.access.ClientAddress;
import hotline.node.access.Throttle;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.Satisfaction;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.followup.RatingLinks.Rated;
import hotline.node.policy.RatingScale;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Answer;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand.FollowUpTicket;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.node.work.TicketWork;
import hotline.sync.Transactions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a citizen rates his answer by the link that he was sent (RVS-05): once for each answer,
 * until the link expires. Whether a token is wrong, used or too old is not told apart.
 */
@Controller("/api/public/ratings/{token}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "public")
class RatingController {

  private static final Actor REQUESTER = new Actor(Actor.Kind.USER, "requester", null, null);
  private static final int TRIES = 20;
  private static final Duration TRIES_IN = Duration.ofMinutes(10);

  private final RatingLinks links;
  private final OpenRatings ratings;
  private final ClientAddress addresses;
  private final TicketStore tickets;
  private final TicketWork work;
  private final Rules rules;
  private final Transactions transactions;
  private final Clock clock;
  private final Throttle throttle;

  RatingController(
      RatingLinks links,
      OpenRatings ratings,
      ClientAddress addresses,
      TicketStore tickets,
      TicketWork work,
      Rules rules,
      Transactions transactions,
      Clock clock) {
    this.links = links;
    this.ratings = ratings;
    this.addresses = addresses;
    this.tickets = tickets;
    this.work = work;
    this.rules = rules;
    this.transactions = transactions;
    this.clock = clock;
    this.throttle = new Throttle(TRIES, TRIES_IN, clock);
  }

  @Get
  RatingPage page(@Size(max = 100) String token, HttpRequest<?> request) {
    throttle.count(addresses.of(request));
    Rated rated = links.read(token).orElseThrow(RatingController::gone);
    Ticket ticket =
        transactions
            .call(tx -> tickets.find(tx, rated.ticket()))
            .orElseThrow(RatingController::gone);
    requireOpen(ticket, rated);
    Answer answer = ticket.outcome().answer();
    RatingScale scale = rules.policy(ticket, clock.instant()).followUp().scale();
    return new RatingPage(
        ticket.appeal().title(),
        answer == null ? "" : answer.content(),
        answer == null ? null : Times.local(answer.at()),
        scale,
        grades(scale));
  }

  @Post
  HttpResponse<?> rate(
      @Size(max = 100) String token, HttpRequest<?> request, @Valid @Body Rating rating) {
    throttle.count(addresses.of(request));
    Rated rated = links.read(token).orElseThrow(RatingController::gone);
    work.carryOut(
        unit -> {
          requireOpen(unit.ticket(rated.ticket()), rated);
          unit.actAs(REQUESTER);
          return unit.decide(
              rated.ticket(),
              new FollowUpTicket(
                  FollowUpChannel.LINK, rating.satisfaction(), rating.solved(), rating.comment()));
        });
    return HttpResponse.noContent();
  }

  /** Decided with the ticket's row locked, so that of two ratings at once one counts. */
  private void requireOpen(Ticket ticket, Rated rated) {
    if (!ratings.isOpen(ticket, rated)) {
      throw gone();
    }
  }

  private static List<Satisfaction> grades(RatingScale scale) {
    return switch (scale) {
      case FIVE_GRADES -> Arrays.stream(Satisfaction.values()).filter(Satisfaction::known).toList();
      case TWO_QUESTIONS -> List.of(Satisfaction.SATISFIED, Satisfaction.DISSATISFIED);
    };
  }

  private static RefusedException gone() {
    return new RefusedException(ErrorCode.NOT_FOUND, "评价链接无效、已评价或已过期");
  }

  /** What the citizen is shown. */
  @Serdeable
  record RatingPage(
      String title,
      String answer,
      @Nullable OffsetDateTime answeredAt,
      RatingScale scale,
      List<Satisfaction> grades) {}

  @Serdeable
  record Rating(
      @NotNull Satisfaction satisfaction,
      boolean solved,
      @Nullable @Size(max = 500) String comment) {}
}
