package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.link.PeerChannels;
import io.grpc.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the commands for one target there, while this process leads: reads them, sends them, takes
 * their outcomes. Everything runs on one {@link SerialExecutor}, so nothing here is locked.
 *
 * <p>Failures are of two kinds. The target cannot be reached: all that was on its way goes back,
 * and the courier as a whole waits (backoff, circuit). The target defers a command: the line of its
 * key waits, the others go on.
 */
final class Courier implements DeliverySession.Listener {

  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private static final int SEND_BATCH = 64;
  private static final int IN_FLIGHT_BYTES = 8 << 20;

  /** After that, a command is read again before it is sent: somebody may have cancelled it. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final NodeCode self;
  private final NodeCode target;
  private final PeerChannels channels;
  private final CourierStore store;
  private final CommandSettings settings;
  private final ScheduledExecutorService timer;
  private final Clock clock;
  private final SerialExecutor serial;
  private final PeerCircuit circuit;
  private final Backoff backoff;

  private final CourierQueue queue = new CourierQueue();
  private final InFlight inFlight = new InFlight();
  private final List<Settlement> settlements = new ArrayList<>();
  private @Nullable DeliverySession session;
  private int failures;
  private boolean backingOff;
  private boolean settling;
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile @Nullable String lastError;

  Courier(
      NodeCode self,
      NodeCode target,
      PeerChannels channels,
      CourierStore store,
      CommandSettings settings,
      Executor pool,
      ScheduledExecutorService timer,
      Clock clock) {
    this.self = self;
    this.target = target;
    this.channels = channels;
    this.store = store;
    this.settings = settings;
    this.timer = timer;
    this.clock = clock;
    this.serial = new SerialExecutor(pool);
    this.circuit = new PeerCircuit(target, settings.circuitOpen());
    this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff());
  }

  TargetStatus.CircuitState circuit() {
    return circuit.state();
  }

  Optional<String> lastError() {
    return Optional.ofNullable(lastError);
  }

  /** This process may send, as long as {@code epoch} of the lease stands. */
  void lead(long epoch) {
    serial.execute(
        () -> {
          if (store.lead(epoch)) {
            forgetAll("a new term");
          }
          pump();
        });
  }

  /** This process may not send any more. */
  void stepDown() {
    serial.execute(
        () -> {
          store.stepDown();
          forgetAll("another process sends");
        });
  }

  /** There are new commands. */
  void wake() {
    if (woken.compareAndSet(false, true)) {
      serial.execute(
          () -> {
            woken.set(false);
            store.lookAgain();
            pump();
          });
    }
  }

  void tick() {
    serial.execute(
        () -> {
          checkAnswers();
          store.lookAgain();
          pump();
        });
  }

  /** Ends every waiting, because a person says so. */
  void retryNow() {
    serial.execute(
        () -> {
          failures = 0;
          backingOff = false;
          circuit.tryNow();
          queue.releaseAll();
          pump();
        });
  }

  /** A command has been cancelled. One that is on its way is dropped when its answer comes. */
  void forget(CommandId id) {
    serial.execute(
        () -> {
          Outgoing command = queue.find(id);
          if (command != null) {
            queue.outdate(command.key);
            if (!inFlight.contains(id)) {
              queue.remove(command);
            }
          }
          pump();
        });
  }

  @Override
  public void answered(DeliverySession from, hotline.v1.CommandOutcome outcome) {
    serial.execute(() -> onAnswer(from, outcome));
  }

  @Override
  public void ended(DeliverySession ended, String reason) {
    serial.execute(() -> onEnd(ended, reason));
  }

  private void pump() {
    if (!store.isLeading()) {
      return;
    }
    try {
      store.fill(queue);
      while (inFlight.size() < settings.window()
          && inFlight.bytes() < IN_FLIGHT_BYTES
          && !backingOff
          && sendSome()) {
        store.fill(queue);
      }
      if (queue.size() == 0) {
        lastError = null;
      }
    } catch (RuntimeException e) {
      // the database is away: the next tick tries again
      fail("the queue cannot be read: " + e.getMessage());
    }
  }

  /** Whether to go on. */
  private boolean sendSome() {
    List<Outgoing> batch = new ArrayList<>();
    int room = Math.min(SEND_BATCH, settings.window() - inFlight.size());
    for (Outgoing command = queue.take(); command != null; command = queue.take()) {
      batch.add(command);
      if (batch.size() == room) {
        break;
      }
    }
    if (batch.isEmpty()) {
      return false;
    }
    try {
      store.refresh(batch.stream().filter(this::isStale).toList(), queue);
    } catch (RuntimeException e) {
      batch.forEach(queue::giveBack);
      throw e;
    }
    boolean going = true;
    for (Outgoing command : batch) {
      byte[] payload = command.payload;
      if (queue.find(command.commandId) != command) {
        continue;
      }
      if (going && payload != null && circuit.tryAcquire()) {
        going = send(command, payload);
      } else {
        going = false;
        queue.giveBack(command);
      }
    }
    return going;
  }

  private boolean isStale(Outgoing command) {
    return command.payload == null
        || command.attempts > 0
        || clock.millis() - command.loadedAt > FRESH.toMillis();
  }

  private boolean send(Outgoing command, byte[] payload) {
    DeliverySession open;
    try {
      open = openSession();
      open.send(Wire.envelope(self, target, command, payload));
    } catch (RuntimeException e) {
      circuit.failure("not sent");
      abandonSession("a command could not be sent");
      command.attempts++;
      queue.giveBack(command);
      wait(List.of(command), "cannot be sent: " + e.getMessage());
      return false;
    }
    inFlight.add(command, open, clock.millis(), payload.length);
    return true;
  }

  private DeliverySession openSession() {
    DeliverySession open = session;
    long now = clock.millis();
    if (open != null && now - open.openedAt > DeliverySession.LIFE.toMillis()) {
      open.finish();
      open = null;
    }
    if (open == null) {
      Channel channel = channels.to(target);
      open = DeliverySession.open(channel, this, now);
      session = open;
    }
    return open;
  }

  private void onAnswer(DeliverySession from, hotline.v1.CommandOutcome outcome) {
    from.lastAnswerAt = clock.millis();
    CommandId id = CommandIds.of(outcome.getCommandId().toByteArray());
    boolean awaited = inFlight.remove(id).isPresent();
    Outgoing command = queue.find(id);
    if (awaited) {
      circuit.success();
      failures = 0;
      lastError = null;
    }
    if (command == null) {
      return;
    }
    switch (outcome.getOutcomeCase()) {
      case DONE -> take(new Settlement(command, Wire.done(outcome.getDone())));
      case REFUSED -> take(new Settlement(command, Wire.refused(outcome.getRefused())));
      case DEFERRED, OUTCOME_NOT_SET -> {
        if (awaited) {
          defer(List.of(command), outcome.getDeferred().getReason());
        }
      }
    }
    pump();
  }

  /** Answers that are there together are taken in one transaction. */
  private void take(Settlement settlement) {
    if (settlements.stream().anyMatch(other -> other.command() == settlement.command())) {
      return;
    }
    queue.hold(settlement.command());
    settlements.add(settlement);
    if (!settling) {
      settling = true;
      serial.execute(this::settle);
    }
  }

  private void settle() {
    settling = false;
    List<Settlement> all = List.copyOf(settlements);
    settlements.clear();
    List<Outgoing> failed = store.settle(all, queue).stream().map(Settlement::command).toList();
    if (!failed.isEmpty()) {
      defer(failed, "the outcome could not be taken here, see the log of " + self);
    }
    pump();
  }

  private void defer(List<Outgoing> commands, String reason) {
    for (Outgoing command : commands) {
      command.attempts++;
      queue.block(command);
      after(backoff.after(command.attempts), () -> queue.release(command));
    }
    record(commands, "deferred: " + reason);
  }

  private void onEnd(DeliverySession ended, String reason) {
    if (session == ended) {
      session = null;
    }
    List<Outgoing> lost = inFlight.removeAll(ended);
    for (Outgoing command : lost) {
      circuit.failure(reason);
      command.attempts++;
      queue.giveBack(command);
    }
    if (!lost.isEmpty()) {
      wait(lost, reason);
    }
  }

  /** The target could not be reached: nothing is sent for a while. */
  private void wait(List<Outgoing> commands, String reason) {
    record(commands, reason);
    failures++;
    if (!backingOff) {
      backingOff = true;
      after(backoff.after(failures), () -> backingOff = false);
    }
  }

  private void record(List<Outgoing> commands, String error) {
    fail(error);
    try {
      store.recordFailure(commands, error);
    } catch (RuntimeException e) {
      log.debug("Cannot note at a command why it waits: {}", e.toString());
    }
  }

  private void fail(String error) {
    if (!error.equals(lastError)) {
      log.info("Commands for {}: {}", target, error);
    }
    lastError = error;
  }

  private void after(Duration delay, Runnable action) {
    try {
      timer.schedule(
          () ->
              serial.execute(
                  () -> {
                    action.run();
                    pump();
                  }),
          delay.toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("No repeat: the command link is closed");
    }
  }

  /** A silent stream is given up; in a stream that answers, only the overdue command waits. */
  private void checkAnswers() {
    long overdue = clock.millis() - settings.answerTimeout().toMillis();
    for (InFlight.Sent sent : inFlight.sentBefore(overdue)) {
      CommandId id = sent.command().commandId;
      String reason = "no answer within " + settings.answerTimeout();
      if (sent.session().lastAnswerAt < sent.at()) {
        // the session's end takes all its commands back; later turns find them gone
        sent.session().cancel(reason);
        onEnd(sent.session(), reason);
      } else if (inFlight.remove(id).isPresent()) {
        circuit.unused();
        defer(List.of(sent.command()), reason);
      }
    }
  }

  private void abandonSession(String reason) {
    DeliverySession open = session;
    session = null;
    if (open != null) {
      open.cancel(reason);
    }
  }

  private void forgetAll(String reason) {
    abandonSession(reason);
    for (int left = inFlight.clear(); left > 0; left--) {
      circuit.unused();
    }
    queue.clear();
    failures = 0;
    backingOff = false;
  }
}
