package hotline.node.policy;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.calendar.Limit;
import hotline.node.classification.Approver;
import hotline.node.classification.Category;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.NoticeKind;
import hotline.node.classification.RequestKind;
import hotline.node.classification.RequestNeed;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.Urgency;
import hotline.node.policy.SupervisionRules.Combine;
import hotline.node.policy.SupervisionRules.LowRates;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cities' policies say on the points of the matrix (table Q). */
class PolicyMatrixTest {

  private final Policy qingyang = PolicyFile.bundled("qingyang");
  private final Policy baotou = PolicyFile.bundled("baotou");
  private final Policy nanjing = PolicyFile.bundled("nanjing");
  private final Policy changzhou = PolicyFile.bundled("changzhou");

  @Test
  @Requirement("POL-03")
  void eachCityNamesItsTiersFromTheTop() {
    assertThat(qingyang.organisation().tiers()).containsExactly("省", "市", "县（区）", "乡镇（街道）");
    assertThat(baotou.organisation().tiers()).containsExactly("市", "旗县区", "苏木乡镇（街道）", "嘎查村（社区）");
    assertThat(nanjing.organisation().tiers()).containsExactly("市", "区", "街道（镇）");
    assertThat(changzhou.organisation().tiers()).containsExactly("市", "辖市区", "镇（街道）", "村委（社区）");
  }

  /** The others are silent about returns and inherit. */
  @ParameterizedTest
  @Requirement("POL-11")
  @ValueSource(strings = {"qingyang", "baotou", "nanjing", "changzhou"})
  void aReturnIsInTimeForADayOrHalfAnHour(String city) {
    Limits limits = PolicyFile.bundled(city).limits();
    assertThat(limits.returns(Category.HELP, Urgency.URGENT, AssigneeKind.UNIT))
        .isEqualTo(new RuledLimit(new Limit.WallTime(Duration.ofMinutes(30)), "SLA-09"));
    for (Urgency urgency : List.of(Urgency.GENERAL, Urgency.LIVELIHOOD, Urgency.COMPLEX)) {
      assertThat(limits.returns(Category.HELP, urgency, AssigneeKind.UNIT))
          .isEqualTo(new RuledLimit(new Limit.WorkingDays(1), "SLA-09"));
    }
    assertThat(PolicyFile.bundled(city).assignments().lateReturnAllowed()).isTrue();
  }

  @Test
  @Requirement("POL-13")
  void whatIsLeftOutOfTheScoreIsExcludedScreenedOrExempted() {
    assertThat(exclusion(qingyang)).isEmpty();
    assertThat(qingyang.followUp().screeningGrounds())
        .containsExactlyInAnyOrder(
            ScreeningGround.SUGGESTION,
            ScreeningGround.LAWFUL_PROCEDURE,
            ScreeningGround.NO_BASIS_EXPLAINED);

    RequestRule excluded = exclusion(baotou).orElseThrow();
    assertThat(excluded.needs())
        .containsExactlyInAnyOrder(RequestNeed.VISIT, RequestNeed.CONSENT, RequestNeed.BASIS);
    assertThat(excluded.atUnit()).containsExactly(Approver.UNIT_PRINCIPAL);
    assertThat(excluded.atHolder()).containsExactly(Approver.OFFICE);
    assertThat(baotou.followUp().screeningGrounds()).isEmpty();

    RequestRule exempted = exclusion(nanjing).orElseThrow();
    assertThat(exempted.needs()).containsExactly(RequestNeed.BASIS);
    assertThat(exempted.atHolder()).containsExactly(Approver.PLATFORM);
    assertThat(nanjing.followUp().screeningGrounds()).isEmpty();

    assertThat(exclusion(changzhou)).isEmpty();
    assertThat(changzhou.followUp().screeningGrounds()).isEmpty();
  }

  @Test
  @Requirement({"POL-14", "RVS-03"})
  void theUnitThePlatformOrBothAnswerTheCitizen() {
    assertThat(qingyang.assignments().replyNeedsContact()).as("the unit by phone").isTrue();
    assertThat(qingyang.notice().send()).as("and the platform").contains(NoticeKind.ANSWERED);
    assertThat(baotou.assignments().replyNeedsContact()).as("the unit").isTrue();
    assertThat(baotou.notice().send()).as("alone").doesNotContain(NoticeKind.ANSWERED);
    assertThat(changzhou.assignments().replyNeedsContact()).as("not the unit").isFalse();
    assertThat(changzhou.notice().send()).as("the platform").contains(NoticeKind.ANSWERED);
  }

  @Test
  @Requirement("POL-15")
  void thePlatformFollowsUpByPhoneMessageOrLinkAndInBaotouByPhone() {
    assertThat(qingyang.followUp().channels())
        .containsExactlyInAnyOrder(FollowUpChannel.CALL, FollowUpChannel.SMS, FollowUpChannel.LINK);
    assertThat(baotou.followUp().channels()).containsExactly(FollowUpChannel.CALL);
    assertThat(nanjing.followUp().afterImmediateAnswer()).as("all of it").isTrue();
    assertThat(qingyang.followUp().afterImmediateAnswer()).isFalse();
  }

  @Test
  @Requirement("POL-17")
  void fiveGradesOrTwoQuestions() {
    assertThat(qingyang.followUp().scale()).isEqualTo(RatingScale.FIVE_GRADES);
    assertThat(nanjing.followUp().scale()).isEqualTo(RatingScale.FIVE_GRADES);
    assertThat(baotou.followUp().scale()).isEqualTo(RatingScale.TWO_QUESTIONS);
  }

  @Test
  @Requirement("POL-19")
  void whatSetsASupervisionOffDiffers() {
    SupervisionRules rules = qingyang.supervision();
    assertThat(rules.overdue()).isTrue();
    assertThat(rules.improperReturn()).isTrue();
    assertThat(rules.extensionsMoreThan()).as("abnormal extension").isEqualTo(1);
    assertThat(rules.lowRates()).isNull();
    assertThat(baotou.supervision().lowRates()).isEqualTo(new LowRates(20, 80, Combine.EITHER, 5));
    assertThat(baotou.supervision().tools())
        .containsExactlyInAnyOrder(
            SupervisionTool.NOTICE,
            SupervisionTool.MEETING,
            SupervisionTool.INTERVIEW,
            SupervisionTool.ON_SITE,
            SupervisionTool.PERIODIC);
    assertThat(nanjing.supervision().tools()).contains(SupervisionTool.JOINT);
  }

  @Test
  @Requirement("POL-20")
  void reportsAreMonthlyInBaotouAndOfFourCyclesElsewhere() {
    assertThat(baotou.organisation().reports()).containsExactly(ReportCycle.MONTH);
    assertThat(qingyang.organisation().reports()).isEqualTo(Set.of(ReportCycle.values()));
  }

  /** The document says that local rules are to set it: its own file has no number for handling. */
  @Test
  @Requirement("SLA-18")
  void changzhouLeavesTheLimitToLocalRulesWhichSetIt() {
    assertThat(PolicyDocument.bundled("changzhou").values().keySet())
        .noneMatch(path -> path.startsWith("limits"));
    assertThat(changzhou.limits()).isEqualTo(qingyang.limits());

    Policy local =
        PolicyFile.read(
            "local.yml",
            "name: tianning\nsource: 天宁区管理办法\neffective-from: 2016-06-01\nextends: changzhou\n"
                + "limits:\n  handling:\n    - {limit: 7 working days, rule: 本区办法第九条}\n");
    assertThat(local.limits().handling(null, Category.HELP, Urgency.GENERAL, AssigneeKind.UNIT))
        .extracting(HandlingLimit::reply)
        .isEqualTo(new RuledLimit(new Limit.WorkingDays(7), "本区办法第九条"));
    assertThat(local.notice().send()).isEqualTo(changzhou.notice().send());
  }

  @ParameterizedTest
  @Requirement({"TIM-04", "TIM-05", "Q-11"})
  @CsvSource({
    "qingyang, 2022-11-28, false",
    "qingyang, 2022-11-29, true",
    "changzhou, 2020-11-23, true",
    "changzhou, 2020-11-24, false",
  })
  void aPolicyHoldsFromTheDayOfItsIssueUntilItsRepeal(String city, LocalDate day, boolean holds) {
    assertThat(PolicyFile.bundled(city).inForce(day)).isEqualTo(holds);
  }

  private static Optional<RequestRule> exclusion(Policy policy) {
    return policy.requests().of(RequestKind.EXCLUSION);
  }
}
