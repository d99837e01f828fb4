package hotline.node.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.classification.MergeMode;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.line.Line.Manager;
import hotline.node.line.Line.Transition;
import hotline.node.line.LineCommand.CancelLine;
import hotline.node.line.LineCommand.ManageLine;
import hotline.node.line.LineCommand.MergeLine;
import hotline.node.line.LineCommand.RegisterLine;
import hotline.node.line.LineCommand.RenameLine;
import hotline.node.policy.PolicyFile;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.requirements.Requirement;
import hotline.sync.NodeCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineLifeTest {

  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final NodeRef CITY = new NodeRef(NodeCode.of("621000"), "庆阳市12345政务服务便民热线");
  private static final NodeRef SUB_CENTER =
      new NodeRef(NodeCode.of("621000F01"), "庆阳市12345热线人社分中心");
  private static final UnitRef LABOUR = new UnitRef(UnitCode.of("RSJ"), "市人社局");
  private static final LocalDate LONG_AGO = LocalDate.of(2008, 1, 1);

  @Test
  @Requirement("TOP-04")
  void aNumberSetUpAfterTheFreezeIsNotEntered() {
    assertRefused(
        () -> life("qingyang", NOW).register(command("12333", LocalDate.of(2022, 1, 1))),
        "不再新设",
        "12333");

    assertThat(line("qingyang").number().value()).isEqualTo("12333");
  }

  @Test
  @Requirement("TOP-04")
  void whereNothingIsFrozenANewNumberMayBeSetUp() {
    Line line = life("changzhou", NOW).register(command("12300", LocalDate.of(2026, 1, 1))).after();

    assertThat(line.mode()).isEqualTo(MergeMode.INDEPENDENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"110", "119", "120", "122"})
  @Requirement({"TOP-01", "POL-01"})
  void emergencyNumbersAreNotMerged(String number) {
    assertRefused(() -> life("qingyang", NOW).register(command(number, LONG_AGO)), "紧急热线", number);
  }

  @Test
  @Requirement({"ACC-06", "POL-01"})
  void whichNumbersAreForEmergenciesIsTheCitysRule() {
    assertRefused(
        () -> life("changzhou", NOW).register(command("12395", LONG_AGO)), "紧急热线", "12395");
    assertThat(life("changzhou", NOW).register(command("122", LONG_AGO)).after().version())
        .isEqualTo(1);
  }

  @Test
  @Requirement({"TOP-01", "TOP-05"})
  void aNumberIsMergedOnABasisAndKeepsTheHistory() {
    Line dual = dual();

    assertThat(dual.mode()).isEqualTo(MergeMode.DUAL_NUMBER);
    assertThat(dual.version()).isEqualTo(2);
    assertThat(dual.history())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.from()).isEqualTo(MergeMode.INDEPENDENT);
              assertThat(change.basis()).isEqualTo("庆政办发〔2022〕157号");
              assertThat(change.by().id()).isEqualTo("admin");
            });
    assertRefused(
        () ->
            life("qingyang", NOW)
                .decide(
                    line("qingyang"),
                    new MergeLine(MergeMode.DUAL_NUMBER, null, LABOUR, null, true, null, " ")),
        "变更依据");
  }

  @ParameterizedTest
  @EnumSource(value = MergeMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  @Requirement({"TOP-09", "POL-02"})
  void aDualNumberCanOnlyBeMergedWhollyAfterwards(MergeMode to) {
    ThrowingCallable merge = () -> life("qingyang", NOW).decide(dual(), merge(to, true));

    if (to == MergeMode.WHOLE_MERGE) {
      assertThat(life("qingyang", NOW).decide(dual(), merge(to, true)).after().mode())
          .isEqualTo(to);
    } else {
      assertRefused(merge, "双号并行", "整体并入");
    }
  }

  @Test
  @Requirement("TOP-09")
  void aSubCenterCanBecomeDualOrWholeAndNothingLeadsBack() {
    Line sub =
        life("qingyang", NOW)
            .decide(
                line("qingyang"),
                new MergeLine(
                    MergeMode.SUB_CENTER, "庆阳市12345热线人社分中心", LABOUR, SUB_CENTER, true, null, "批复"))
            .after();

    for (MergeMode to : EnumSet.of(MergeMode.DUAL_NUMBER, MergeMode.WHOLE_MERGE)) {
      assertThat(life("qingyang", NOW).decide(sub, merge(to, true)).after().mode()).isEqualTo(to);
    }
    Line whole = life("qingyang", NOW).decide(sub, merge(MergeMode.WHOLE_MERGE, true)).after();
    assertRefused(
        () -> life("qingyang", NOW).decide(whole, merge(MergeMode.SUB_CENTER, true)), "没有可改的归并方式");
  }

  @ParameterizedTest
  @EnumSource(
      value = MergeMode.class,
      names = {"SPECIAL_SERVICE", "ON_SITE_ZONE", "TRIAL_INTEGRATION", "PARALLEL", "CHANNEL"})
  @Requirement({"TOP-18", "TOP-19", "TOP-20", "TOP-21", "TOP-22", "POL-02"})
  void theFiveLegacyClassesExistWhereThePolicyHasThemAndNowhereElse(MergeMode mode) {
    assertThat(life("changzhou", NOW).decide(line("changzhou"), merge(mode, false)).after().mode())
        .isEqualTo(mode);
    assertRefused(
        () -> life("qingyang", NOW).decide(line("qingyang"), merge(mode, false)), mode.label());
  }

  @Test
  @Requirement({"TOP-08", "TOP-15"})
  void aDualNumberOrSubCenterIsStaffedDayAndNight() {
    assertRefused(
        () -> life("qingyang", NOW).decide(line("qingyang"), merge(MergeMode.DUAL_NUMBER, false)),
        "7×24");
  }

  @Test
  @Requirement("TOP-10")
  void aNumberThatStopsRingingAtItsDeskNeedsAPromptForAWhile() {
    assertRefused(
        () ->
            life("qingyang", NOW)
                .decide(
                    line("qingyang"),
                    new MergeLine(MergeMode.WHOLE_MERGE, null, null, null, true, null, "批复")),
        "语音提示");
  }

  @Test
  @Requirement({"TOP-03", "TOP-10", "TOP-20"})
  void aWhollyMergedNumberRingsAtTheHubWithAPromptAndIsThenGivenUp() {
    Line whole =
        life("qingyang", NOW).decide(line("qingyang"), merge(MergeMode.WHOLE_MERGE, true)).after();
    Instant later = NOW.plus(Duration.ofDays(40));

    assertThat(Routing.of(whole, "12345", NOW))
        .isEqualTo(new Routing(Routing.Action.FORWARD, "12345", "本热线已并入12345"));
    assertThat(Routing.of(whole, "12345", later))
        .isEqualTo(new Routing(Routing.Action.FORWARD, "12345", null));
    assertRefused(() -> life("qingyang", NOW).decide(whole, new CancelLine("批复")), "期满后方可取消");
    Line cancelled = life("qingyang", later).decide(whole, new CancelLine("批复")).after();
    assertThat(Routing.of(cancelled, "12345", later).action()).isEqualTo(Routing.Action.REJECT);
    assertRefused(
        () -> life("qingyang", later).decide(cancelled, merge(MergeMode.DUAL_NUMBER, true)), "已取消");
  }

  @Test
  @Requirement({"TOP-05", "TOP-18"})
  void aNumberThatIsKeptCannotBeCancelled() {
    assertRefused(() -> life("qingyang", NOW).decide(dual(), new CancelLine("批复")), "予以保留");
    Line special =
        life("changzhou", NOW)
            .decide(line("changzhou"), merge(MergeMode.SPECIAL_SERVICE, false))
            .after();
    assertThat(Routing.of(special, "12345", NOW.plus(Duration.ofDays(400))))
        .isEqualTo(new Routing(Routing.Action.FORWARD, "12345", null));
    assertRefused(() -> life("changzhou", NOW).decide(special, new CancelLine("批复")), "予以保留");
  }

  @Test
  @Requirement("TOP-04")
  void nameAndPurposeStayUnlessThePolicySaysOtherwise() {
    RenameLine rename = new RenameLine("人社咨询热线", "人社政策咨询", "文件");

    assertRefused(() -> life("qingyang", NOW).decide(dual(), rename), "不得变更");
    assertThat(life("changzhou", NOW).decide(line("changzhou"), rename).after().name())
        .isEqualTo("人社咨询热线");
  }

  @Test
  @Requirement("TOP-17")
  void aSubCenterIsNamedAsTheRuleSays() {
    assertRefused(
        () ->
            life("qingyang", NOW)
                .decide(
                    line("qingyang"),
                    new MergeLine(
                        MergeMode.SUB_CENTER, "人社热线", LABOUR, SUB_CENTER, true, null, "批复")),
        "分中心",
        "人社热线");
  }

  @Test
  @Requirement({"TOP-34", "TOP-13"})
  void agentsAreManagedJointlyWhereThePolicySaysSoWithOneBodyLeading() {
    List<Manager> both = List.of(new Manager("市人社局", false), new Manager("市12345热线管理中心", true));

    Line managed = life("qingyang", NOW).decide(dual(), new ManageLine(both, "会议纪要")).after();

    assertThat(managed.managers()).extracting(Manager::leads).containsExactly(true, false);
    assertRefused(
        () -> life("qingyang", NOW).decide(line("qingyang"), new ManageLine(both, "会议纪要")), "共同管理");
    assertRefused(
        () ->
            life("qingyang", NOW)
                .decide(
                    dual(),
                    new ManageLine(
                        List.of(new Manager("甲", true), new Manager("乙", true)), "会议纪要")),
        "为主");
  }

  private static Line dual() {
    return life("qingyang", NOW)
        .decide(
            line("qingyang"),
            new MergeLine(MergeMode.DUAL_NUMBER, null, LABOUR, null, true, null, "庆政办发〔2022〕157号"))
        .after();
  }

  private static MergeLine merge(MergeMode mode, boolean roundTheClock) {
    return new MergeLine(
        mode,
        mode == MergeMode.SUB_CENTER ? "庆阳市12345热线人社分中心" : null,
        LABOUR,
        mode == MergeMode.SUB_CENTER ? SUB_CENTER : null,
        roundTheClock,
        new Transition("本热线已并入12345", NOW.plus(Duration.ofDays(30))),
        "批复");
  }

  private static Line line(String policy) {
    return life(policy, NOW).register(command("12333", LONG_AGO)).after();
  }

  private static RegisterLine command(String number, LocalDate since) {
    return new RegisterLine(new LineNumber(number), "人社热线", "人社咨询与投诉", since, LABOUR, false);
  }

  private static LineLife life(String policy, Instant now) {
    return new LineLife(
        PolicyFile.bundled(policy).lines(), CITY, Actor.user("admin", Role.ADMIN), now);
  }

  private static void assertRefused(ThrowingCallable call, String... words) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(call)
        .satisfies(refused -> assertThat(refused.code()).isNotEqualTo(ErrorCode.INTERNAL))
        .satisfies(refused -> assertThat(refused.getMessage()).contains(words));
  }
}
