package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.search.TicketFinder;
import hotline.node.store.DeskCountStore;
import hotline.node.store.DeskCountStore.Soon;
import hotline.node.store.DeskTaskStore;
import hotline.node.store.LinkageStore;
import hotline.node.store.LinkageStore.Filter;
import hotline.node.store.Visibility;
import hotline.node.ticket.DeskTask;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How much work waits where. */
@Controller("/api/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "desk")
class DeskController {

  /** What is due within a day is due soon. */
  static final Duration SOON = Duration.ofHours(24);

  private final Transactions transactions;
  private final DeskCountStore desk;
  private final DeskTaskStore tasks;
  private final LinkageStore linkage;
  private final Rules rules;
  private final Clock clock;

  DeskController(
      Transactions transactions,
      DeskCountStore desk,
      DeskTaskStore tasks,
      LinkageStore linkage,
      Rules rules,
      Clock clock) {
    this.tasks = tasks;
    this.linkage = linkage;
    this.transactions = transactions;
    this.desk = desk;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Of the user's own unit, or of the whole node for those who belong to none; in either case of
   * the regions and categories that he has to do with. Each number is how many the list behind it
   * shows.
   */
  @Get
  Counts counts(SignedInUser user) {
    Visibility visible = user.scope().visibility();
    return transactions.call(
        tx -> {
          long handovers = user.seesOwnUnitOnly() ? 0 : handovers(tx, visible);
          return new Counts(
              user.unit()
                  .map(unit -> ofUnit(tx, unit, visible, handovers))
                  .orElseGet(() -> ofNode(tx, visible, handovers)));
        });
  }

  private DeskCounts ofUnit(Tx tx, String unit, Visibility visible, long handovers) {
    Map<String, Long> numbers =
        desk.assignments(tx, rules.self().codeText(), unit, visible, moments());
    return DeskCounts.of(
        Map.of(), numbers, Map.of(), tasks.counts(tx, unit, visible), 0, handovers);
  }

  private DeskCounts ofNode(Tx tx, Visibility visible, long handovers) {
    String node = rules.self().codeText();
    Soon moments = moments();
    return DeskCounts.of(
        desk.tickets(tx, node, visible, moments, TicketFinder.COUNTED),
        Map.of(),
        desk.assignments(tx, node, "", visible, moments),
        tasks.counts(tx, null, visible),
        tasks.atReceived(tx, visible),
        handovers);
  }

  private long handovers(Tx tx, Visibility visible) {
    return linkage.count(tx, new Filter(null, null, null, null, clock.instant(), visible));
  }

  private Soon moments() {
    Instant now = clock.instant();
    return new Soon(now, now.plus(SOON));
  }

  @Serdeable
  record Counts(DeskCounts counts) {}

  /**
   * How much waits: at the node's own tickets for those who belong to no unit, at the unit's
   * assignments for the others. Answers to be reviewed, what wants to be given back, more time, or
   * something else; what is done once more, what a meeting has to decide, what citizens are
   * dissatisfied with, what is to be screened.
   *
   * @param awaitingSignFor assignments of the unit, or that the node itself has received
   * @param inHandling of the unit
   * @param returning of the unit, which wants to give them back
   * @param closed as far as lists count
   * @param atReceived received assignments with something to be decided
   * @param receivedOpen what the node itself has received and is being handled; likewise those of
   *     it that are due soon, overdue, or have an order that did not arrive
   * @param handoversOpen what did not get to an emergency number or a utility (EMG-03)
   */
  @Serdeable
  record DeskCounts(
      long registered,
      long accepted,
      long inHandling,
      long returning,
      long awaitingFollowUp,
      long awaitingSignFor,
      long dueSoon,
      long overdue,
      long undelivered,
      long replies,
      long returns,
      long moreTime,
      long requests,
      long redo,
      long meetings,
      long dissatisfied,
      long screenings,
      long closed,
      long atReceived,
      long receivedOpen,
      long receivedDueSoon,
      long receivedOverdue,
      long receivedUndelivered,
      long handoversOpen) {

    static DeskCounts of(
        Map<String, Long> tickets,
        Map<String, Long> units,
        Map<String, Long> received,
        Map<DeskTask.Kind, Long> waiting,
        long atReceived,
        long handoversOpen) {
      return new DeskCounts(
          of(tickets, "registered"),
          of(tickets, "accepted"),
          of(units, "inHandling"),
          of(units, "wantsBack"),
          of(tickets, "awaitingFollowUp"),
          of(units, "awaitingSignFor") + of(received, "awaitingSignFor"),
          of(tickets, "dueSoon") + of(units, "dueSoon"),
          of(tickets, "overdue") + of(units, "overdue"),
          of(tickets, "undelivered") + of(units, "undelivered"),
          of(waiting, DeskTask.Kind.REPLY),
          of(waiting, DeskTask.Kind.RETURN),
          of(waiting, DeskTask.Kind.EXTENSION),
          of(waiting, DeskTask.Kind.REQUEST),
          of(waiting, DeskTask.Kind.REDO),
          of(waiting, DeskTask.Kind.MEETING),
          of(waiting, DeskTask.Kind.DISSATISFIED),
          of(waiting, DeskTask.Kind.SCREENING),
          of(tickets, "closed"),
          atReceived,
          of(received, "inHandling"),
          of(received, "dueSoon"),
          of(received, "overdue"),
          of(received, "undelivered"),
          handoversOpen);
    }

    private static <K> long of(Map<K, Long> numbers, K name) {
      return numbers.getOrDefault(name, 0L);
    }
  }
}
