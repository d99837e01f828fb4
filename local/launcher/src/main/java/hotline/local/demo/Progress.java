package hotline.local.demo;

import hotline.local.demo.scenario.Act;
import hotline.local.demo.scenario.Tally;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Prints every few seconds how far the work is. */
final class Progress implements AutoCloseable {

  private static final int SECONDS = 3;
  private static final List<Act> SHOWN =
      List.of(
          Act.REGISTERED,
          Act.ACCEPTED,
          Act.REFUSED,
          Act.DISPATCHED,
          Act.SIGNED_FOR,
          Act.REPLIED,
          Act.FOLLOWED_UP,
          Act.ARCHIVED);

  private final PrintWriter out;
  private final Tally tally;
  private final Clock clock;
  private final Instant start;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "demo-progress");
            thread.setDaemon(true);
            return thread;
          });
  private long lastActs;
  private Instant lastAt;

  Progress(PrintWriter out, Tally tally, Clock clock) {
    this.out = out;
    this.tally = tally;
    this.clock = clock;
    this.start = clock.instant();
    this.lastAt = start;
    var unused = timer.scheduleAtFixedRate(this::print, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void print() {
    Instant now = clock.instant();
    long acts = tally.acts();
    double seconds = Math.max(0.001, Duration.between(lastAt, now).toMillis() / 1000.0);
    String counts =
        SHOWN.stream()
            .map(act -> act.label() + " " + tally.count(act))
            .collect(Collectors.joining("  "));
    Duration passed = Duration.between(start, now);
    out.printf(
        "  [%02d:%02d] %s  | 每秒 %.0f 步%s%n",
        passed.toMinutes(),
        passed.toSecondsPart(),
        counts,
        (acts - lastActs) / seconds,
        tally.problems() == 0 ? "" : "  异常 " + tally.problems());
    lastActs = acts;
    lastAt = now;
  }

  @Override
  public void close() {
    timer.shutdownNow();
    print();
  }
}
