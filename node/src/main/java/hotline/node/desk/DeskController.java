package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.store.DeskStore;
import hotline.node.store.LinkageStore;
import hotline.node.store.LinkageStore.Filter;
import hotline.node.store.Visibility;
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
  private static final Duration SOON = Duration.ofHours(24);

  private final Transactions transactions;
  private final DeskStore desk;
  private final LinkageStore linkage;
  private final Rules rules;
  private final Clock clock;

  DeskController(
      Transactions transactions, DeskStore desk, LinkageStore linkage, Rules rules, Clock clock) {
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
    return new Counts(DeskCounts.of(numbers, handovers));
  }

  @Serdeable
  record Counts(DeskCounts counts) {}

  /**
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
      long handoversOpen) {

    static DeskCounts of(Map<String, Long> numbers, long handoversOpen) {
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
          handoversOpen);
    }
  }
}
