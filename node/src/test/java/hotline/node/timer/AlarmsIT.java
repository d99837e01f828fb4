package hotline.node.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.Samples;
import hotline.node.store.TimelineEntry;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.AssignmentCommand.SignForWork;
import hotline.node.ticket.AssignmentId;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import hotline.sync.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmsIT {

  private final MovableClock clock = new MovableClock();

  @Test
  @Requirement({"SLA-02", "SLA-04", "SUP-01"})
  void aDeadlineIsWarnedOfOnceByHoweverManyProcessesAndAcrossARestart(@TempDir Path folder)
      throws Exception {
    // Monday 2 March 2026, 09:30 in China
    clock.set(Instant.parse("2026-03-02T01:30:00Z"));
    EmbeddedNode first = EmbeddedNode.start(folder, clock);
    AssignmentId id;
    try (EmbeddedNode second = first.another()) {
      stopTimers(first);
      stopTimers(second);
      id = Samples.dispatched(first);
      sign(first, id);
      raiseTogether(first, second);
      assertThat(warnings(first, id)).isEmpty();

      // Friday: less than a fifth of five working days is left
      clock.set(Instant.parse("2026-03-09T02:00:00Z"));
      raiseTogether(first, second);
      assertThat(warnings(first, id)).containsExactlyInAnyOrder("即将超时 答复诉求人时限将至", "即将超时 办理答复时限将至");
      // killed: what it had in hand is over, what it committed stays
      first.close();

      // Tuesday: past
      clock.set(Instant.parse("2026-03-10T02:00:00Z"));
      second.bean(Alarms.class).raiseDue();
    }
    try (EmbeddedNode restarted = first.another()) {
      stopTimers(restarted);
      restarted.bean(Alarms.class).raiseDue();
      restarted.bean(Alarms.class).raiseDue();
      assertThat(warnings(restarted, id))
          .containsExactlyInAnyOrder(
              "即将超时 答复诉求人时限将至", "即将超时 办理答复时限将至", "超过时限 答复诉求人时限已过", "超过时限 办理答复时限已过");
    }
  }

  @Test
  void whatHasBeenDoneIsNotWarnedOf(@TempDir Path folder) {
    clock.set(Instant.parse("2026-03-02T01:30:00Z"));
    try (EmbeddedNode node = EmbeddedNode.start(folder, clock)) {
      stopTimers(node);
      AssignmentId id = Samples.dispatched(node);
      sign(node, id);

      clock.putForward(Duration.ofHours(20));
      node.bean(Alarms.class).raiseDue();

      assertThat(warnings(node, id)).isEmpty();
    }
  }

  private static void stopTimers(EmbeddedNode node) {
    node.bean(Scheduler.class).pause();
  }

  private static void sign(EmbeddedNode node, AssignmentId id) {
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              return unit.decide(id, new SignForWork("已联系"));
            });
  }

  private static void raiseTogether(EmbeddedNode... nodes) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Alarms alarms = nodes[i % nodes.length].bean(Alarms.class);
        running.add(threads.submit(alarms::raiseDue));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> warnings(EmbeddedNode node, AssignmentId id) {
    return node
        .bean(Transactions.class)
        .call(tx -> node.bean(TimelineStore.class).of(tx, id.ticket()))
        .stream()
        .filter(entry -> entry.type().startsWith("DEADLINE_"))
        .map(AlarmsIT::shortened)
        .toList();
  }

  private static String shortened(TimelineEntry entry) {
    return entry.title() + " " + String.valueOf(entry.text()).replaceFirst("：.*", "");
  }
}
