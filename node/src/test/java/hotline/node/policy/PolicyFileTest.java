package hotline.node.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.calendar.Limit;
import hotline.node.calendar.WorkingHours;
import hotline.node.classification.Category;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Urgency;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {

  private final Policy qingyang = PolicyFile.bundled("qingyang");

  @Test
  void theQingyangLimitsAreThoseOfTheDocument() {
    Limits limits = qingyang.limits();

    assertThat(limits.dispatch())
        .isEqualTo(new RuledLimit(new Limit.WallTime(Duration.ofHours(2)), "SLA-01"));
    assertThat(limits.signFor())
        .isEqualTo(new RuledLimit(new Limit.WorkingTime(Duration.ofHours(3)), "SLA-02"));
    assertThat(qingyang.followUp().silence())
        .isEqualTo(new RuledLimit(new Limit.WallTime(Duration.ofHours(24)), "SLA-10"));
    assertThat(qingyang.workingHours()).isEqualTo(WorkingHours.USUAL);
    assertThat(qingyang.assignments().extensionFactor()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSULTATION, GENERAL, 2, SLA-03",
    "COMPLAINT, GENERAL, 5, SLA-04",
    "HELP, LIVELIHOOD, 5, SLA-04",
    "REPORT, COMPLEX, 5, SLA-04",
    "COMPLAINT, URGENT, 2, SLA-06",
    "CONSULTATION, URGENT, 2, SLA-06",
    "UNKNOWN, UNKNOWN, 5, SLA-04",
  })
  void theHandlingLimitFollowsFromCategoryAndUrgency(
      Category category, Urgency urgency, int days, String rule) {
    assertThat(qingyang.limits().handling(category, urgency, AssigneeKind.UNIT).reply())
        .isEqualTo(new RuledLimit(new Limit.WorkingDays(days), rule));
  }

  @Test
  void anUrgentAppealNeedsAFirstFeedbackWithinTwoHours() {
    Limits limits = qingyang.limits();

    assertThat(limits.handling(Category.HELP, Urgency.URGENT, AssigneeKind.UNIT).feedback())
        .isEqualTo(new Limit.WallTime(Duration.ofHours(2)));
    assertThat(limits.handling(Category.HELP, Urgency.GENERAL, AssigneeKind.UNIT).feedback())
        .isNull();
  }

  @Test
  void aReturnIsInTimeForOneWorkingDayAndThirtyMinutesWhenUrgent() {
    Limits limits = qingyang.limits();

    assertThat(limits.returns(Category.HELP, Urgency.GENERAL, AssigneeKind.UNIT).limit())
        .isEqualTo(new Limit.WorkingDays(1));
    assertThat(limits.returns(Category.HELP, Urgency.URGENT, AssigneeKind.UNIT).limit())
        .isEqualTo(new Limit.WallTime(Duration.ofMinutes(30)));
  }

  @Test
  void whatTheProvinceSendsDownHasFourWorkingDaysUnlessUrgent() {
    Limits limits = PolicyFile.bundled("province").limits();

    assertThat(limits.handling(Category.CONSULTATION, Urgency.GENERAL, AssigneeKind.CHILD).reply())
        .isEqualTo(new RuledLimit(new Limit.WorkingDays(4), "SLA-05"));
    assertThat(limits.handling(Category.COMPLAINT, Urgency.GENERAL, AssigneeKind.CHILD).reply())
        .isEqualTo(new RuledLimit(new Limit.WorkingDays(4), "SLA-05"));
    assertThat(limits.handling(Category.COMPLAINT, Urgency.URGENT, AssigneeKind.CHILD).reply())
        .isEqualTo(new RuledLimit(new Limit.WorkingDays(2), "SLA-06"));
    assertThat(limits.handling(Category.COMPLAINT, Urgency.GENERAL, AssigneeKind.UNIT).reply())
        .isEqualTo(new RuledLimit(new Limit.WorkingDays(5), "SLA-04"));
  }

  @Test
  void everyGroundOfTheDocumentIsThere() {
    assertThat(qingyang.intake().refusalGrounds())
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(RefusalGround.UNKNOWN)));
    assertThat(qingyang.followUp().redoGrounds())
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(RedoGround.UNKNOWN)));
  }

  @Test
  void aPolicyIsInForceFromItsFirstDayUntilItsRepeal() throws IOException {
    Policy repealed =
        read(file().replace("working-hours:", "repealed-on: 2024-01-01\n\nworking-hours:"));

    assertThat(repealed.inForce(LocalDate.of(2022, 11, 28))).isFalse();
    assertThat(repealed.inForce(LocalDate.of(2022, 11, 29))).isTrue();
    assertThat(repealed.inForce(LocalDate.of(2023, 12, 31))).isTrue();
    assertThat(repealed.inForce(LocalDate.of(2024, 1, 1))).isFalse();
    assertThat(qingyang.inForce(LocalDate.of(2099, 1, 1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "effective-from: 2022-11-29 | effective-from: soon | test.yml: effective-from: 'soon', expected a date such as 2022-11-29",
        "limit: 3 working hours | limit: three hours | test.yml: limits.sign-for.limit: 'three hours', expected 'N minutes', 'N hours', 'N working minutes', 'N working hours' or 'N working days'",
        "limit: 5 working days | limit: 5 days | test.yml: limits.handling[2].limit: '5 days', expected 'N minutes'",
        "[urgent]} | [urgnt]} | expected one of complex, general, livelihood, urgent",
        "extension-factor: 1 | extension-factor: 99 | test.yml: assignments.extension-factor: '99', expected a whole number from 0 to 10",
        "deemed-sign-for: true | deemed-sign-for: perhaps | test.yml: assignments.deemed-sign-for: 'perhaps', expected true or false",
        "deemed-sign-for: true | deemed-signfor: true | test.yml: assignments.deemed-sign-for: missing",
        "anonymous-allowed: true | anonymous-allowed: true, extra: 1 | not YAML",
        "slack: 4 working hours | slack: 4 hours | test.yml: limits.slack: '4 hours', expected working hours",
        "name: qingyang | name: qingyang~names: twice | test.yml: names: unknown key, expected one of assignments",
        "14:30-18:00 | 18:00-14:30 | test.yml: working-hours.spans: '18:00-14:30', expected HH:MM-HH:MM",
        "14:30-18:00 | 11:30-18:00 | expected a start not before 12:00",
        "zone: Asia/Shanghai | zone: Moon/Base | test.yml: working-hours.zone: 'Moon/Base', expected a time zone",
      })
  void aMistakeIsNamedWithFileKeyValueAndWhatIsAllowed(String from, String to, String message)
      throws IOException {
    String broken = file().replace(from, to.replace('~', '\n'));
    assertThat(broken).isNotEqualTo(file());

    assertThatThrownBy(() -> read(broken))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aListOfLimitsMustEndWithOneForEverythingElse() throws IOException {
    String broken = file().replace("    - {limit: 5 working days, rule: SLA-04}\n", "");

    assertThatThrownBy(() -> read(broken))
        .hasMessage("test.yml: limits.handling: expected a last rule without 'when'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just text", "- a\n- list", "a: [", "name: a\nname: b"})
  void whatIsNoMappingIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("test.yml:");
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> PolicyFile.bundled("atlantis"))
        .isInstanceOf(PolicyException.class)
        .hasMessage("policy 'atlantis': no resource /policies/atlantis.yml");
  }

  private static Policy read(String text) {
    return PolicyFile.read("test.yml", new StringReader(text));
  }

  private static String file() throws IOException {
    try (InputStream in = PolicyFileTest.class.getResourceAsStream("/policies/qingyang.yml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
