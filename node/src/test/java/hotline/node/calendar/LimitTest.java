package hotline.node.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {

  @Test
  void aLimitCanBeTakenSeveralTimes() {
    assertThat(new Limit.WorkingDays(5).times(2)).isEqualTo(new Limit.WorkingDays(10));
    assertThat(new Limit.WallTime(Duration.ofHours(2)).times(2))
        .isEqualTo(new Limit.WallTime(Duration.ofHours(4)));
    assertThat(new Limit.WorkingTime(Duration.ofHours(3)).times(3))
        .isEqualTo(new Limit.WorkingTime(Duration.ofHours(9)));
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> new Limit.WorkingDays(0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Limit.WallTime(Duration.ZERO))
        .hasMessageContaining("more than nothing");
    assertThatThrownBy(() -> new Limit.WorkingTime(Duration.ofHours(-1)))
        .hasMessageContaining("more than nothing");
  }

  @Test
  void workingHoursMustBeInOrder() {
    WorkingHours.Span morning = new WorkingHours.Span(LocalTime.of(9, 0), LocalTime.of(12, 0));
    WorkingHours.Span early = new WorkingHours.Span(LocalTime.of(8, 0), LocalTime.of(10, 0));
    ZoneId zone = ZoneId.of("Asia/Shanghai");

    assertThatThrownBy(() -> new WorkingHours(zone, List.of(morning, early)))
        .hasMessageContaining("expected a start not before 12:00");
    assertThatThrownBy(() -> new WorkingHours(zone, List.of()))
        .hasMessageContaining("at least one span");
    assertThatThrownBy(() -> new WorkingHours.Span(LocalTime.NOON, LocalTime.NOON))
        .hasMessageContaining("the start before the end");
  }
}
