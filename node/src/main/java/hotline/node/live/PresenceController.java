package hotline.node.live;

import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.store.PresenceStore;
import hotline.node.store.PresenceStore.Present;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.Times;
import hotline.node.work.Chore;
import hotline.sync.Transactions;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who has a ticket open, so that two do not work on it at once. A console says so every 20 seconds;
 * whoever falls silent is taken to have left. Says nothing of the ticket, so looks are not audited.
 */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "live")
class PresenceController {

  /** Two heartbeats may get lost. */
  static final Duration FRESH = Duration.ofSeconds(60);

  private final Transactions transactions;
  private final PresenceStore presences;
  private final VisibleTickets visible;
  private final Clock clock;

  PresenceController(
      Transactions transactions, PresenceStore presences, VisibleTickets visible, Clock clock) {
    this.transactions = transactions;
    this.presences = presences;
    this.visible = visible;
    this.clock = clock;
  }

  /** Says that the user has it open; the answer is who else has. */
  @Post("/tickets/{id}/presence")
  List<PersonView> beat(String id, SignedInUser user, @Body Beat body) {
    TicketId ticket = Ids.ticket(id);
    var now = clock.instant();
    return transactions.call(
        tx -> {
          visible.require(tx, ticket, user);
          presences.beat(
              tx, ticket.toString(), user.username(), body.editing(), now, now.minus(FRESH));
          return others(presences.at(tx, List.of(ticket.toString()), now.minus(FRESH)), user);
        });
  }

  @Delete("/tickets/{id}/presence")
  @Status(HttpStatus.NO_CONTENT)
  void leave(String id, SignedInUser user) {
    TicketId ticket = Ids.ticket(id);
    transactions.run(tx -> presences.leave(tx, ticket.toString(), user.username()));
  }

  /** Who else is at these tickets; those where nobody is are left out. */
  @Get("/presence")
  List<PresenceView> at(
      SignedInUser user, @QueryValue @NotEmpty @Size(max = 100) List<String> ticket) {
    List<String> ids = ticket.stream().map(id -> Ids.ticket(id).toString()).distinct().toList();
    return transactions.call(tx -> presences.at(tx, ids, clock.instant().minus(FRESH))).stream()
        .filter(one -> user.scope().covers(one.region(), one.category()))
        .collect(Collectors.groupingBy(Present::ticket, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> new PresenceView(entry.getKey(), others(entry.getValue(), user)))
        .filter(view -> !view.people().isEmpty())
        .toList();
  }

  /** A unit sees its own people only. */
  private static List<PersonView> others(List<Present> present, SignedInUser user) {
    return present.stream()
        .filter(one -> !one.username().equals(user.username()))
        .filter(one -> user.unit().map(one.unit()::equals).orElse(true))
        .map(PersonView::of)
        .toList();
  }

  /**
   * @param editing whether a form about it is being filled in
   */
  @Serdeable
  record Beat(boolean editing) {}

  @Serdeable
  record PresenceView(String ticketId, List<PersonView> people) {}

  /** Somebody who has it open. */
  @Serdeable
  record PersonView(String username, String displayName, boolean editing, OffsetDateTime since) {
    static PersonView of(Present present) {
      return new PersonView(
          present.username(),
          present.displayName(),
          present.editing(),
          Times.local(present.since()));
    }
  }

  /** Throws away what heartbeats left behind. */
  @Singleton
  static final class Forgetting implements Chore {

    private final Transactions transactions;
    private final PresenceStore presences;
    private final Clock clock;

    Forgetting(Transactions transactions, PresenceStore presences, Clock clock) {
      this.transactions = transactions;
      this.presences = presences;
      this.clock = clock;
    }

    @Override
    public String name() {
      return "forget-presence";
    }

    @Override
    public Duration every() {
      return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
      transactions.run(tx -> presences.forget(tx, clock.instant().minus(FRESH.multipliedBy(10))));
    }
  }
}
