package hotline.sync.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.sync.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandIdsTest {

  private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T08:00:00Z"));
  private final CommandIds ids = new CommandIds(clock);

  @Test
  void idsGrowWithinAMillisecondAndWhenTheClockGoesBack() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      made.add(ids.next().toString());
    }
    clock.advance(Duration.ofHours(-1));
    made.add(ids.next().toString());

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void idsAreVersionSevenAndReadBack() {
    CommandId id = ids.next();

    assertThat(id.value().version()).isEqualTo(7);
    assertThat(id.value().variant()).isEqualTo(2);
    assertThat(CommandIds.of(CommandIds.bytes(id))).isEqualTo(id);
  }

  @Test
  void anIdOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> CommandIds.of(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("15 bytes: expected 16");
  }
}
