package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.store.DeskStore;
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
  private final Rules rules;
  private final Clock clock;

  DeskController(Transactions transactions, DeskStore desk, Rules rules, Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.rules = rules;
    this.clock = clock;
  }

  /** Of the user's own unit, or of the whole node for those who belong to none. */
  @Get
  Counts counts(SignedInUser user) {
    Instant now = clock.instant();
    String node = rules.self().codeText();
    Map<String, Long> numbers =
        transactions.call(
            tx ->
                user.unit()
                    .map(unit -> desk.unitCounts(tx, node, unit, now, now.plus(SOON)))
                    .orElseGet(() -> desk.nodeCounts(tx, node, now, now.plus(SOON))));
    return new Counts(DeskCounts.of(numbers));
  }

  @Serdeable
  record Counts(DeskCounts counts) {}

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
      long undelivered) {

    static DeskCounts of(Map<String, Long> numbers) {
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
          numbers.getOrDefault("undelivered", 0L));
    }
  }
}
