package hotline.sync.command;

import hotline.sync.NodeCode;
import java.time.Instant;
import java.util.Optional;

/**
 * How the commands for one neighbour fare.
 *
 * @param waiting commands not yet answered
 * @param oldest when the oldest of them was written
 * @param circuit of the process that answers this, which may not be the one that sends
 * @param lastError why the last attempt failed; empty once one has succeeded
 */
public record TargetStatus(
    NodeCode target,
    long waiting,
    Optional<Instant> oldest,
    CircuitState circuit,
    Optional<String> lastError) {

  /** State of the circuit breaker. */
  public enum CircuitState {
    /** Commands flow. */
    CLOSED,
    /** The target keeps failing and is left alone for a while. */
    OPEN,
    /** A few commands try whether it is back. */
    HALF_OPEN
  }
}
