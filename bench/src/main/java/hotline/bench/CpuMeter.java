package hotline.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The processor time of this program and of the servers that it started: what a figure costs, and
 * whether the machine was busy with something else.
 */
final class CpuMeter {

  private final long began = System.nanoTime();
  private final Duration usedBefore = used();

  private static Duration used() {
    ProcessHandle self = ProcessHandle.current();
    return Stream.concat(Stream.of(self), self.descendants())
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What was used since the begin, for so many records, in words. */
  String perRecord(long records) {
    double micros = used().minus(usedBefore).toNanos() / 1000.0;
    double machine =
        (System.nanoTime() - began) / 1000.0 * Runtime.getRuntime().availableProcessors();
    return String.format(
        Locale.ROOT,
        "%.0f µs of processor time per record over all programs, %.0f %% of the machine",
        micros / records,
        100 * micros / machine);
  }
}
