package hotline.sync.stream;

import java.time.Duration;

/**
 * Limits and intervals of the engine. The defaults suit production; tests shorten them.
 *
 * @param poll how long a commit that nobody announced (by another process) may wait to be found
 * @param pace the longest time that records under load wait for their batch to fill
 * @param leaseTerm after which silence of the leading process another one takes over
 * @param headsInterval how often a parent asks its children how far they are
 * @param idleStatement how long after the last record a publisher states its head
 * @param heartbeat how often it states it again while nothing happens
 * @param confirmInterval how often the broker-confirmed position is kept
 * @param batchBytes where a published batch is full; one record alone may exceed it
 */
public record Tuning(
    Duration poll,
    Duration pace,
    Duration leaseTerm,
    Duration headsInterval,
    Duration idleStatement,
    Duration heartbeat,
    Duration confirmInterval,
    int batchBytes) {

  public static Tuning defaults() {
    return new Tuning(
        Duration.ofMillis(50),
        Duration.ofMillis(40),
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofMillis(500),
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        256 * 1024);
  }
}
