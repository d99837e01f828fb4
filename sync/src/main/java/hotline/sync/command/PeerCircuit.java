package hotline.sync.command;

import hotline.sync.NodeCode;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Leaves a neighbour alone that keeps failing. Every {@link #tryAcquire} that returned true is
 * followed by exactly one of {@link #success}, {@link #failure} and {@link #unused}.
 */
final class PeerCircuit {

  private static final int WINDOW = 10;
  private static final int LEAST_CALLS = 3;
  private static final float FAILURE_PERCENT = 60;

  /** One command tries whether the target is back. */
  private static final int TRIALS = 1;

  private final CircuitBreaker breaker;

  PeerCircuit(NodeCode target, Duration open) {
    this.breaker =
        CircuitBreaker.of(
            "commands-" + target,
            CircuitBreakerConfig.custom()
                .slidingWindow(WINDOW, LEAST_CALLS, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(FAILURE_PERCENT)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .waitDurationInOpenState(open)
                .build());
  }

  boolean tryAcquire() {
    return breaker.tryAcquirePermission();
  }

  void success() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  void failure(String reason) {
    breaker.onError(0, TimeUnit.NANOSECONDS, new IOException(reason));
  }

  void unused() {
    breaker.releasePermission();
  }

  /** Ends the waiting, because a person says so. */
  void tryNow() {
    if (breaker.getState() == CircuitBreaker.State.OPEN) {
      breaker.transitionToHalfOpenState();
    }
  }

  TargetStatus.CircuitState state() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> TargetStatus.CircuitState.OPEN;
      case HALF_OPEN -> TargetStatus.CircuitState.HALF_OPEN;
      case CLOSED, DISABLED, METRICS_ONLY -> TargetStatus.CircuitState.CLOSED;
    };
  }
}
