package hotline.node.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.calendar.Limit;
import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyInheritanceTest {

  private static final String HEAD = "name: child\nsource: 本县办法\neffective-from: 2023-01-01\n";

  @Test
  @Requirement("TOP-33")
  void whatAPolicyLeavesOpenComesFromQingyang() {
    Policy policy = PolicyFile.read("child.yml", HEAD + "assignments: {deemed-sign-for: false}\n");

    assertThat(policy.name()).isEqualTo("child");
    assertThat(policy.assignments().deemedSignFor()).isFalse();
    assertThat(policy.assignments().extensionFactor()).isEqualTo(1);
    assertThat(policy.limits()).isEqualTo(PolicyFile.bundled("qingyang").limits());
  }

  @Test
  void anInheritedValueCanBeTakenAway() {
    assertThat(
            PolicyFile.read("child.yml", HEAD + "follow-up: {silence: ~}\n").followUp().silence())
        .isNull();
  }

  @Test
  void aRepealIsNeverInherited() {
    Policy policy = PolicyFile.read("child.yml", HEAD + "extends: changzhou\n");

    assertThat(policy.repealedOn()).isNull();
    assertThat(policy.intake().refuseDuplicates()).isFalse();
  }

  @Test
  void aPolicyThatFollowsItsParentTakesWhatTheParentSays() {
    PolicyDocument parent =
        PolicyDocument.parse("parent.yml", HEAD + "limits: {nearly-due: 35 %}\n").resolve(null);

    Policy child = PolicyDocument.bundled("inherit").resolve(parent).policy();

    assertThat(child.name()).isEqualTo("inherit");
    assertThat(child.limits().nearlyDue()).isEqualTo(35);
    assertThat(PolicyDocument.bundled("inherit").resolve(null).policy().limits().nearlyDue())
        .isEqualTo(20);
  }

  @Test
  @Requirement("TOP-33")
  void whatTheUpperNodeMadeBindingWinsAndOnlyThat() {
    PolicyDocument province =
        PolicyDocument.parse(
                "province.yml",
                HEAD
                    + "binding: [limits.sign-for]\n"
                    + "limits:\n  sign-for: {limit: 1 hours, rule: P-1}\n"
                    + "  dispatch: {limit: 1 hours, rule: P-2}\n")
            .resolve(null);
    PolicyDocument city =
        PolicyDocument.parse(
                "city.yml", HEAD + "limits:\n  sign-for: {limit: 8 working hours, rule: C-1}\n")
            .resolve(province);

    RuledLimit hour = new RuledLimit(new Limit.WallTime(Duration.ofHours(1)), "P-1");
    assertThat(city.policy().limits().signFor()).isEqualTo(hour);
    assertThat(city.policy().limits().dispatch().rule()).isEqualTo("SLA-01");
    // and it goes on downwards
    PolicyDocument district =
        PolicyDocument.parse(
                "district.yml", HEAD + "limits:\n  sign-for: {limit: 9 working hours, rule: D-1}\n")
            .resolve(city);
    assertThat(district.policy().limits().signFor()).isEqualTo(hour);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qingyang", "baotou", "nanjing", "changzhou", "province", "inherit"})
  void aResolvedPolicySaysTheSameWhenItIsReadAgain(String name) {
    PolicyDocument resolved = PolicyDocument.bundled(name).resolve(null);

    PolicyDocument again = PolicyDocument.parse("again.yml", resolved.text());
    assertThat(again.values()).isEqualTo(resolved.values());
    // patterns have no equality of their own
    assertThat(again.policy()).hasToString(resolved.policy().toString());
  }

  @Test
  void aPolicyThatExtendsItselfIsRefused() {
    assertThatThrownBy(() -> PolicyFile.read("child.yml", HEAD + "extends: child\n"))
        .hasMessageStartingWith("child.yml 第4行 extends：“child”");
  }

  /** The numbers of table G for the cities: category, urgency, what is due when, by which rule. */
  @ParameterizedTest
  @Requirement({"SLA-03", "SLA-04", "SLA-05", "SLA-06", "SLA-12", "SLA-13", "SLA-14", "SLA-15"})
  @CsvSource({
    "qingyang, UNIT, COMPLAINT, URGENT, 2 working days, SLA-06, false",
    "qingyang, UNIT, CONSULTATION, GENERAL, 2 working days, SLA-03, false",
    "qingyang, UNIT, HELP, LIVELIHOOD, 5 working days, SLA-04, false",
    "qingyang, UNIT, HELP, COMPLEX, 5 working days, SLA-04, false",
    "baotou, UNIT, COMPLAINT, URGENT, 2 hours, SLA-12, true",
    "baotou, UNIT, CONSULTATION, URGENT, 2 hours, SLA-12, true",
    "baotou, UNIT, HELP, LIVELIHOOD, 24 hours, SLA-13, true",
    "baotou, UNIT, CONSULTATION, GENERAL, 5 working days, SLA-14, true",
    "baotou, UNIT, COMPLAINT, COMPLEX, 10 working days, SLA-15, true",
    "nanjing, UNIT, COMPLAINT, GENERAL, 5 working days, SLA-04, false",
    "changzhou, UNIT, COMPLAINT, GENERAL, 5 working days, SLA-04, false",
    "province, CHILD, CONSULTATION, GENERAL, 4 working days, SLA-05, false",
    "province, CHILD, COMPLAINT, COMPLEX, 4 working days, SLA-05, false",
    "province, CHILD, COMPLAINT, URGENT, 2 working days, SLA-06, false",
    "province, UNIT, CONSULTATION, GENERAL, 2 working days, SLA-03, false",
  })
  void theLimitsOfTheCitiesAreThoseOfTheirDocuments(
      String name,
      AssigneeKind assignee,
      Category category,
      Urgency urgency,
      String limit,
      String rule,
      boolean byFeedback) {
    HandlingLimit handling =
        PolicyFile.bundled(name).limits().handling(category, urgency, assignee);

    assertThat(handling.reply()).isEqualTo(new RuledLimit(LimitText.parse(limit), rule));
    assertThat(handling.metBy().contains(Milestone.FEEDBACK)).isEqualTo(byFeedback);
  }

  @ParameterizedTest
  @CsvSource({"qingyang, 24", "baotou, 0", "changzhou, 0", "province, 24", "nanjing, 24"})
  void silenceCountsAsSatisfiedOnlyWhereTheRulesSaySo(String name, int hours) {
    RuledLimit silence = PolicyFile.bundled(name).followUp().silence();

    assertThat(silence)
        .isEqualTo(
            hours == 0
                ? null
                : new RuledLimit(new Limit.WallTime(Duration.ofHours(hours)), "SLA-10"));
  }

  @ParameterizedTest
  @CsvSource({
    "qingyang, 4, 省, NEAREST_FUNCTION, 4",
    "baotou, 4, 市, NEAREST_FUNCTION, 1",
    "nanjing, 3, 市, NEAREST_FUNCTION, 4",
    "changzhou, 4, 市, BY_CATEGORY, 4",
  })
  void theOrganisationOfTheCitiesIsThatOfTheirDocuments(
      String name, int tiers, String top, LeadRule lead, int cycles) {
    OrganisationRules rules = PolicyFile.bundled(name).organisation();

    assertThat(rules.tiers()).hasSize(tiers).first().isEqualTo(top);
    assertThat(rules.leadAtDispatch()).isEqualTo(lead);
    assertThat(rules.leadAfterwards()).isEqualTo(LeadRule.FIRST_RECEIVER);
    assertThat(rules.reports()).hasSize(cycles);
  }

  @Test
  @Requirement("TIM-05")
  void changzhouHoldsUntilItsRepealOnly() {
    Policy changzhou = PolicyFile.bundled("changzhou");

    assertThat(changzhou.inForce(LocalDate.of(2016, 4, 30))).isFalse();
    assertThat(changzhou.inForce(LocalDate.of(2020, 11, 23))).isTrue();
    assertThat(changzhou.inForce(LocalDate.of(2020, 11, 24))).isFalse();
  }
}
