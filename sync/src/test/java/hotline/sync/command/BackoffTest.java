package hotline.sync.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));

  @Test
  void delaysDoubleWithJitterUpToTheLongest() {
    for (int failures : new int[] {1, 2, 5, 7}) {
      Duration whole = Duration.ofMillis(100L << (failures - 1));
      assertThat(backoff.after(failures)).isBetween(whole.dividedBy(2), whole);
    }
    for (int failures : new int[] {8, 20, 64, 1_000, Integer.MAX_VALUE}) {
      assertThat(backoff.after(failures)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }
  }
}
