package hotline.node.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hotline.node.federation.StreamUpkeep;
import hotline.node.view.Times;
import hotline.node.work.Chore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The timers: one process of the node runs each, another takes over when that one is gone. */
@Factory
class TimerBeans {

  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);
  private static final LocalTime BEFORE_WORK = LocalTime.of(4, 30);
  private static final Duration POLL = Duration.ofSeconds(5);

  @Singleton
  @Bean(preDestroy = "stop")
  Scheduler scheduler(
      DataSource dataSource,
      Sweeps sweeps,
      StreamUpkeep upkeep,
      Alarms alarms,
      List<Chore> chores) {
    RecurringTask<Void> signFor =
        Tasks.recurring("deem-signed-for", FixedDelay.of(EVERY))
            .execute((instance, context) -> sweeps.deemSignedFor());
    RecurringTask<Void> silence =
        Tasks.recurring("assume-satisfied", FixedDelay.of(EVERY))
            .execute((instance, context) -> sweeps.assumeSatisfied());
    RecurringTask<Void> certificate =
        Tasks.recurring("certify-completeness", Schedules.daily(Times.ZONE, AT_NIGHT))
            .execute((instance, context) -> upkeep.certify());
    RecurringTask<Void> pruning =
        Tasks.recurring("prune-streams", Schedules.daily(Times.ZONE, BEFORE_WORK))
            .execute((instance, context) -> upkeep.prune());
    RecurringTask<Void> raise =
        Tasks.recurring("deadline-alarms", FixedDelay.of(EVERY))
            .execute((instance, context) -> alarms.raiseDue());
    RecurringTask<Void> recompute =
        Tasks.recurring("recompute-deadlines", FixedDelay.of(EVERY))
            .execute((instance, context) -> alarms.recomputeProvisional());
    List<RecurringTask<Void>> tasks =
        new ArrayList<>(List.of(signFor, silence, certificate, pruning, raise, recompute));
    for (Chore chore : chores) {
      tasks.add(
          Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
              .execute((instance, context) -> chore.run()));
    }
    return Scheduler.create(DelegatingDataSource.unwrapDataSource(dataSource))
        .startTasks(tasks)
        .threads(2)
        .pollingInterval(POLL)
        .heartbeatInterval(Duration.ofSeconds(30))
        .commitWhenAutocommitDisabled(true)
        .build();
  }

  /** Starts the scheduler with the node. */
  @Singleton
  static class TimerStart {

    private final Scheduler scheduler;

    TimerStart(Scheduler scheduler) {
      this.scheduler = scheduler;
    }

    @EventListener
    void onStartup(StartupEvent event) {
      scheduler.start();
    }
  }
}
