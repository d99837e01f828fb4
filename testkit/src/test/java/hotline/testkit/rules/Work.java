package hotline.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.testkit.Desk;
import java.time.Instant;
import java.util.Map;

/** A unit's part in a ticket, and what the unit does about it. */
final class Work {
  private final Desk desk;
  private final String id;
  private final AdjustableClock clock;

  Work(Desk desk, String id, AdjustableClock clock) {
    this.desk = desk;
    this.id = id;
    this.clock = clock;
  }

  String id() {
    return id;
  }

  JsonNode seen() throws Exception {
    return desk.client().assignment(id);
  }

  Work isToBeSignedForBy(Instant moment, String rule) throws Exception {
    Due.of(seen().path("signForDue"), clock).is(moment, rule);
    return this;
  }

  Work isDueBy(Instant moment, String rule) throws Exception {
    Due.of(seen().path("due"), clock).is(moment, rule);
    return this;
  }

  Work isIn(String state) throws Exception {
    assertThat(seen().path("state").asText()).isEqualTo(state);
    return this;
  }

  /** Waits for the timer that signs for the silent. */
  Work comesToCountAsSignedFor() {
    desk.awaitAssignment(id, seen -> seen.path("deemed").asBoolean());
    return this;
  }

  Work isSignedFor() throws Exception {
    desk.signFor(id);
    return this;
  }

  Work isAnswered(String content) throws Exception {
    desk.reply(id, content);
    return this;
  }

  Work asksToReturn() throws Exception {
    return does(
        "request-return",
        Map.of("reason", "供热管网不属本单位管护", "basis", "三定方案第二条", "suggestion", "建议转市住建局"));
  }

  Work asksForDays(int workingDays) throws Exception {
    return does(
        "request-extension",
        Map.of("reason", "等待备件到货", "workingDays", workingDays, "requesterInformed", true));
  }

  Work does(String action, Map<String, ?> body) throws Exception {
    String unit = seen().path("unit").path("code").asText();
    desk.client().onAssignment("unit-" + unit, id, action, body);
    return this;
  }
}
