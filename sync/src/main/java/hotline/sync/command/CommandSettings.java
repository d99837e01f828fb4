package hotline.sync.command;

import java.time.Duration;

/**
 * How the command link behaves.
 *
 * @param window commands that may wait for an answer at one target at a time
 * @param receivers threads that carry out commands from neighbours, and so database connections
 * @param answerTimeout after which a command is sent again
 * @param firstBackoff before the first repeat; doubled, with jitter, for each further one
 * @param longestBackoff where the doubling ends
 * @param circuitOpen how long a target that keeps failing is left alone
 * @param poll how often the queue is looked at without being woken
 * @param leaseTerm after which another process of this node takes over the sending
 */
public record CommandSettings(
    int window,
    int receivers,
    Duration answerTimeout,
    Duration firstBackoff,
    Duration longestBackoff,
    Duration circuitOpen,
    Duration poll,
    Duration leaseTerm) {

  public static CommandSettings defaults() {
    return new CommandSettings(
        256,
        8,
        Duration.ofSeconds(30),
        Duration.ofMillis(100),
        Duration.ofSeconds(10),
        Duration.ofSeconds(3),
        Duration.ofMillis(500),
        Duration.ofSeconds(6));
  }
}
