package hotline.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Catalogue CATALOGUE =
      Catalogue.parse("LIF-01\tcovered\t签收\nLIF-02\topen\t视为受理\nCAP-01\tnot-software\t席位\t场地");
  private static final Proof PASSED = new Proof("LIF-01", "a.ATest#signs", Outcome.PASSED);
  private static final Proof FAILED = new Proof("LIF-01", "a.BTest#signs", Outcome.FAILED);
  private static final Proof SKIPPED = new Proof("LIF-01", "a.CTest#signs", Outcome.SKIPPED);

  @Test
  void aCoveredRowWithAPassingTestIsFine() {
    assertThat(coverage(PASSED, SKIPPED).problems(true)).isEmpty();
  }

  @Test
  void aCoveredRowWithoutATestShutsTheGate() {
    assertThat(coverage().problems(true)).containsExactly("LIF-01 标为已覆盖，但没有通过的测试");
  }

  @Test
  void aSkippedTestProvesNothing() {
    assertThat(coverage(SKIPPED).problems(true)).containsExactly("LIF-01 标为已覆盖，但没有通过的测试");
  }

  @Test
  void oneFailedTestIsEnoughToShutTheGate() {
    assertThat(coverage(PASSED, FAILED).problems(true))
        .containsExactly("LIF-01 标为已覆盖，但测试失败：a.BTest#signs");
  }

  @Test
  void aPartialRunIsNotBlamedForTestsThatItLeftOut() {
    assertThat(coverage().problems(false)).isEmpty();
  }

  @Test
  void anUnknownRowIsRefusedEvenInAPartialRun() {
    assertThat(coverage(new Proof("LIF-77", "a.ATest#signs", Outcome.PASSED)).problems(false))
        .containsExactly("a.ATest#signs 标注了不存在的条目 LIF-77");
  }

  @Test
  void theTableCountsWhatIsOpenAndWhatOfItIsTestedInPart() {
    CoverageTable table =
        new CoverageTable(coverage(PASSED, new Proof("LIF-02", "a.ATest#waits", Outcome.PASSED)));
    assertThat(table.totals()).isEqualTo("已覆盖 1，未完成 1，后续 0，非软件事项 1（未完成中已有部分测试的 1）");
    assertThat(table.markdown())
        .contains("| LIF-01 | 签收 | 已覆盖 | ATest#signs 通过 |")
        .contains("| CAP-01 | 席位 | 非软件事项：场地 |  |");
    assertThat(table.tsv())
        .contains("LIF-01\tcovered\ta.ATest#signs\tPASSED\t签收\n")
        .contains("CAP-01\tnot-software\t\t\t席位\n");
  }

  private static Coverage coverage(Proof... proofs) {
    return new Coverage(CATALOGUE, List.of(proofs));
  }
}
