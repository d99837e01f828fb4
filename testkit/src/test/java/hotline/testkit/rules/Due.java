package hotline.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A deadline as people see it. */
record Due(Instant at, String rule, AdjustableClock clock) {
  static Due of(JsonNode due, AdjustableClock clock) {
    return new Due(
        OffsetDateTime.parse(due.path("at").asText()).toInstant(),
        due.path("rule").asText(),
        clock);
  }

  /** The test's people take a moment to act after the clock was set; no more is forgiven. */
  void is(Instant moment, String expectedRule) {
    assertThat(at).isBetween(moment, moment.plus(clock.sinceAdvance()));
    assertThat(rule).isEqualTo(expectedRule);
  }
}
