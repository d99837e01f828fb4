package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LagHistogramTest {

  @Test
  void percentilesAreRightToAFewPercent() {
    LagHistogram lag = new LagHistogram();
    for (int millis = 1; millis <= 100; millis++) {
      lag.add(millis * 1000L, 10);
    }
    assertThat(lag.percentile(0.50)).isBetween(Duration.ofMillis(48), Duration.ofMillis(54));
    assertThat(lag.percentile(0.99)).isBetween(Duration.ofMillis(96), Duration.ofMillis(106));
  }

  @Test
  void withoutRecordsThereIsNoLag() {
    assertThat(new LagHistogram().percentile(0.99)).isZero();
  }
}
