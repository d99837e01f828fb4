package hotline.node.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatermarkTest {

  private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");

  private final Watermark mark = new Watermark(100, Duration.ofSeconds(30));

  @Test
  void tellsEachRowOnce() {
    assertThat(mark.isNew(101, START)).isTrue();
    assertThat(mark.isNew(101, START)).isFalse();
    assertThat(mark.isNew(100, START)).isFalse();
  }

  @Test
  void findsARowThatCommitsLaterThanItsSuccessors() {
    mark.isNew(103, START);
    mark.settle(START.plusSeconds(29));
    assertThat(mark.floor()).isEqualTo(100);

    assertThat(mark.isNew(102, START.plusSeconds(29))).isTrue();

    mark.settle(START.plusSeconds(31));
    assertThat(mark.floor()).as("the late one holds it back").isEqualTo(100);
    mark.settle(START.plusSeconds(59));
    assertThat(mark.floor()).isEqualTo(103);
  }

  @Test
  void forgetsWhatWasSeenWhenItJumps() {
    mark.isNew(101, START);
    mark.jump(5000);
    assertThat(mark.floor()).isEqualTo(5000);
    assertThat(mark.isNew(4999, START)).isFalse();
    assertThat(mark.isNew(5001, START)).isTrue();
  }
}
