package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.store.DeskStore;
import hotline.node.store.DeskTaskStore;
import hotline.node.store.LinkageStore;
import hotline.node.store.LinkageStore.Filter;
import hotline.node.store.Visibility;
import hotline.node.ticket.DeskTask;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
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
  private final DeskStore desk;
  private final DeskTaskStore tasks;
  private final LinkageStore linkage;
  private final Rules rules;
  private final Clock clock;

  DeskController(
      Transactions transactions,
      DeskStore desk,
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
   * the regions and categories that he has to do with, like the lists behind the numbers.
   */
  @Get
  Counts counts(SignedInUser user) {
    Instant now = clock.instant();
    String node = rules.self().codeText();
    Visibility visible = user.scope().visibility();
    Map<String, Long> numbers =
        transactions.call(
            tx ->
                user.unit()
                    .map(unit -> desk.unitCounts(tx, node, unit, visible, now, now.plus(SOON)))
                    .orElseGet(() -> desk.nodeCounts(tx, node, visible, now, now.plus(SOON))));
    long handovers =
        user.seesOwnUnitOnly()
            ? 0
            : transactions.call(
                tx -> linkage.count(tx, new Filter(null, null, null, null, now, visible)));
    Waiting waiting =
        transactions.call(
            tx -> {
              long received = user.seesOwnUnitOnly() ? 0 : tasks.atReceived(tx, visible);
              return new Waiting(tasks.counts(tx, user.unit().orElse(null), visible), received);
            });
    return new Counts(DeskCounts.of(numbers, waiting, handovers));
  }

  /** What waits by kind, and at how many received assignments something does. */
  private record Waiting(Map<DeskTask.Kind, Long> kinds, long atReceived) {
    long of(DeskTask.Kind kind) {
      return kinds.getOrDefault(kind, 0L);
    }
  }

  @Serdeable
  record Counts(DeskCounts counts) {}

  /**
   * How much waits. At tickets, or at a unit's assignments: answers to be reviewed, what wants to
   * be given back, more time, or something else; what is done once more, what a meeting has to
   * decide, what citizens are dissatisfied with, what is to be screened.
   *
   * @param atReceived received assignments with something to be decided
   * @param handoversOpen what did not get to an emergency number or a utility (EMG-03)
   */
  @Serdeable
  record DeskCounts(
      long registered,
      long accepted,
      long inHandling,
      long inReview,
      long awaitingFollowUp,
      long returnsPending,
      long extensionsPending,
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
      long handoversOpen) {

    static DeskCounts of(Map<String, Long> numbers, Waiting waiting, long handoversOpen) {
      return new DeskCounts(
          numbers.getOrDefault("registered", 0L),
          numbers.getOrDefault("accepted", 0L),
          numbers.getOrDefault("inHandling", 0L),
          numbers.getOrDefault("inReview", 0L),
          numbers.getOrDefault("awaitingFollowUp", 0L),
          numbers.getOrDefault("returnsPending", 0L),
          numbers.getOrDefault("extensionsPending", 0L),
          numbers.getOrDefault("awaitingSignFor", 0L),
          numbers.getOrDefault("dueSoon", 0L),
          numbers.getOrDefault("overdue", 0L),
          numbers.getOrDefault("undelivered", 0L),
          waiting.of(DeskTask.Kind.REPLY),
          waiting.of(DeskTask.Kind.RETURN),
          waiting.of(DeskTask.Kind.EXTENSION),
          waiting.of(DeskTask.Kind.REQUEST),
          waiting.of(DeskTask.Kind.REDO),
          waiting.of(DeskTask.Kind.MEETING),
          waiting.of(DeskTask.Kind.DISSATISFIED),
          waiting.of(DeskTask.Kind.SCREENING),
          numbers.getOrDefault("closed", 0L),
          waiting.atReceived(),
          handoversOpen);
    }
  }
}
