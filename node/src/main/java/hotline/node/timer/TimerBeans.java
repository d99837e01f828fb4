package hotline.node.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/** The timers: one process of the node runs each, another takes over when that one is gone. */
@Factory
class TimerBeans {

  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofSeconds(5);

  @Singleton
  @Bean(preDestroy = "stop")
  Scheduler scheduler(DataSource dataSource, Sweeps sweeps) {
    RecurringTask<Void> signFor =
        Tasks.recurring("deem-signed-for", FixedDelay.of(EVERY))
            .execute((instance, context) -> sweeps.deemSignedFor());
    RecurringTask<Void> silence =
        Tasks.recurring("assume-satisfied", FixedDelay.of(EVERY))
            .execute((instance, context) -> sweeps.assumeSatisfied());
    return Scheduler.create(DelegatingDataSource.unwrapDataSource(dataSource))
        .startTasks(signFor, silence)
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
