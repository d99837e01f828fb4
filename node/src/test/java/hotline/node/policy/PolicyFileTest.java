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
            EnumSet.complementOf(
                EnumSet.of(
                    RefusalGround.PROCEDURE_ENTERED,
                    RefusalGround.MILITARY,
                    RefusalGround.UNLAWFUL_OR_IMMORAL,
                    RefusalGround.UNKNOWN)));
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
        "effective-from: 2022-11-29 | effective-from: soon | test.yml 第11行 effective-from：“soon”，应为日期，如 2022-11-29",
        "limit: 3 working hours | limit: three hours | limits.sign-for.limit：“three hours”，应为“N minutes”、“N hours”",
        "limit: 5 working days | limit: 5 days | limits.handling[2].limit：“5 days”，应为“N minutes”",
        "[urgent]} | [urgnt]} | limits.handling[0].when.urgency：“urgnt”，应为 complex、general、livelihood、urgent 之一",
        "extension-factor: 1 | extension-factor: 99 | assignments.extension-factor：“99”，应为0 到 10 的整数",
        "deemed-sign-for: true | deemed-sign-for: perhaps | assignments.deemed-sign-for：“perhaps”，应为true 或 false",
        "deemed-sign-for: true | deemed-signfor: true | assignments.deemed-signfor：没有这个键，应为 deemed-sign-for、",
        "anonymous-allowed: true | anonymous-allowed: true, extra: 1 | 行：不是有效的YAML",
        "slack: 4 working hours | slack: 4 hours | limits.slack：“4 hours”，应为工作时间",
        "nearly-due: 20 % | nearly-due: 120 % | limits.nearly-due：“120 %”，应为0 % 到 100 %",
        "name: qingyang | name: qingyang~names: twice | test.yml 第10行 names：没有这个键，应为 abuse、assignments、",
        "name: qingyang | name: ~ | test.yml 第9行 name：缺少这一项",
        "14:30-18:00 | 18:00-14:30 | working-hours.spans：“18:00-14:30”，应为HH:MM-HH:MM",
        "14:30-18:00 | 11:30-18:00 | working-hours.spans：“11:30”，应为不早于上一段结束的 12:00",
        "zone: Asia/Shanghai | zone: Moon/Base | working-hours.zone：“Moon/Base”，应为时区",
        "intake: | intake: 7~more: | intake：“7”，应为一组“键: 值”",
        "name: qingyang | name: q~extends: atlantis | test.yml 第10行 extends：“atlantis”，应为 parent 或程序自带的规则名",
        "name: qingyang | name: qingyang~name: twice | test.yml 第10行 name：同一个键写了两次",
        "name: qingyang | name: qingyang~binding: [limits.handlings] | test.yml 第10行 binding：“limits.handlings”",
        "source: | limits: &a {b: *a}~source: | test.yml",
      })
  void aMistakeIsNamedWithFileLineKeyValueAndWhatIsAllowed(String from, String to, String message)
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
        .hasMessageStartingWith("test.yml 第")
        .hasMessageEndingWith("行 limits.handling：应为最后一条（且仅最后一条）不带 when，适用于其余情形");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just text", "- a\n- list", "a: [", "name: a\nname: b"})
  void whatIsNoMappingIsRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("test.yml");
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> PolicyFile.bundled("atlantis"))
        .isInstanceOf(PolicyException.class)
        .hasMessage("规则“atlantis”：程序里没有 /policies/atlantis.yml");
    assertThatThrownBy(() -> PolicyFile.bundled("../application"))
        .isInstanceOf(PolicyException.class);
  }

  private static Policy read(String text) {
    return PolicyFile.read("test.yml", text);
  }

  private static String file() throws IOException {
    try (InputStream in = PolicyFileTest.class.getResourceAsStream("/policies/qingyang.yml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
