package hotline.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long something took, again and again. */
final class Latencies {

  private static final double NANOS_A_MILLI = 1e6;

  private final List<Long> nanos = new ArrayList<>();

  /** Something to be done once. */
  @FunctionalInterface
  interface Step {
    void run(int number) throws Exception;
  }

  /** Does it {@code times} times after a few that do not count. */
  static Latencies of(int times, Step step) throws Exception {
    Latencies measured = new Latencies();
    int warmUp = Math.max(5, times / 5);
    for (int i = 0; i < warmUp + times; i++) {
      long began = System.nanoTime();
      step.run(i);
      if (i >= warmUp) {
        measured.nanos.add(System.nanoTime() - began);
      }
    }
    Collections.sort(measured.nanos);
    return measured;
  }

  /** In milliseconds, what this share of them took at most. */
  double at(double share) {
    return nanos.get(Math.min(nanos.size() - 1, (int) (nanos.size() * share))) / NANOS_A_MILLI;
  }
}
