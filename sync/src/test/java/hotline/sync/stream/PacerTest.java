package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacerTest {

  private static final Duration LONGEST = Duration.ofMillis(25);

  @Test
  void batchesFillForLongerTheMoreComes() {
    assertThat(settled(10)).isLessThan(settled(1_000));
    assertThat(settled(1_000)).isLessThan(settled(10_000));
    assertThat(settled(1_000_000)).isEqualTo(LONGEST);
  }

  private static Duration settled(int perSecond) {
    Pacer pacer = new Pacer(LONGEST, 0);
    Duration pause = Duration.ZERO;
    for (int millis = 10; millis < 2_000; millis += 10) {
      pause = pacer.after(perSecond / 100, millis * 1_000_000L);
    }
    return pause;
  }
}
