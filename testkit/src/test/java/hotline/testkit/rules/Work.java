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

  Work isVisited() throws Exception {
    return does("contact", Map.of("note", "上门说明原因", "way", "VISIT", "result", "REACHED"));
  }

  /** To the Friday after next, agreed with the citizen or not. */
  Work asksToBePutOff(PlainWeek week, boolean agreed) throws Exception {
    return does(
        "request",
        Map.of(
            "kind",
            "ON_ACCOUNT",
            "reason",
            "须待专项资金下达后改造",
            "until",
            week.friday().plusWeeks(2).toString(),
            "requesterConsents",
            agreed));
  }

  Work asksToBeLeftOut() throws Exception {
    return asksToBeLeftOut(true);
  }

  /** Out of the assessment, agreed with the citizen. */
  Work asksToBeLeftOut(boolean withBasis) throws Exception {
    return does(
        "request",
        Map.of(
            "kind",
            "EXCLUSION",
            "reason",
            "诉求超出本单位权限",
            "basis",
            withBasis ? "权责清单第三条" : "",
            "requesterConsents",
            true));
  }

  boolean isGranted(int number) throws Exception {
    return seen().path("requests").path(number - 1).path("decision").path("approved").asBoolean();
  }

  /** Nobody has called the citizen. */
  Work isAnsweredInSilence(String content) throws Exception {
    return does("reply", Map.of("content", content, "resolved", true, "contactedRequester", false));
  }

  Work isSignedByItsPrincipal() throws Exception {
    return as("leader-", "sign-request", Map.of("number", 1, "approve", true));
  }

  Work isSignedByItsDeputyLeader() throws Exception {
    return as("deputy-", "sign-request", Map.of("number", 1, "approve", true));
  }

  Work does(String action, Map<String, ?> body) throws Exception {
    return as("unit-", action, body);
  }

  private Work as(String people, String action, Map<String, ?> body) throws Exception {
    String unit = seen().path("unit").path("code").asText();
    desk.client().onAssignment(people + unit, id, action, body);
    return this;
  }
}
