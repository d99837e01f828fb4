package hotline.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RequirementListenerTest {
  @TempDir private Path target;

  @BeforeEach
  void theSamplesAreCompiled() throws IOException {
    for (Class<?> sample :
        List.of(
            Mixed.class, Mixed.Inner.class, BrokenSetUp.class, Misspelt.class, Unannotated.class)) {
      Path file = target.resolve("test-classes/" + sample.getName().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  @Test
  void everyTestSaysOfItsRowsHowItEnded() {
    assertThat(provedBy(Mixed.class))
        .containsExactlyInAnyOrder(
            "LIF-01 passes PASSED",
            "LIF-02 passes PASSED",
            "LIF-01 plain PASSED",
            "LIF-01 fails FAILED",
            "LIF-03 fails FAILED",
            "LIF-01 isSkipped SKIPPED",
            "LIF-04 isSkipped SKIPPED",
            "LIF-01 oneOfTwoFails FAILED",
            "LIF-05 oneOfTwoFails FAILED",
            "LIF-01 made PASSED",
            "LIF-06 made PASSED",
            "LIF-01 inside PASSED",
            "LIF-07 inside PASSED");
  }

  @Test
  void aClassThatDoesNotComeUpProvesNothing() {
    assertThat(provedBy(BrokenSetUp.class)).containsExactly("LIF-01 neverRuns FAILED");
  }

  @Test
  void aTestThatNamesAnUnknownRowFails() {
    assertThat(provedBy(Misspelt.class)).containsExactly("LIF-1 passes FAILED");
  }

  @Test
  void whatAClassProvedBeforeIsForgottenWhenItRunsAgain() {
    ProofFolder folder = new ProofFolder(target);
    String name = Unannotated.class.getName();
    folder.write(name, List.of(new Proof("LIF-01", name + "#gone", Outcome.PASSED)));
    assertThat(provedBy(Unannotated.class)).isEmpty();
  }

  private List<String> provedBy(Class<?> sample) {
    ProofFolder folder = new ProofFolder(target);
    LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new RequirementListener(folder))
                .build())
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(sample)).build());
    return folder.exists()
        ? folder.read().stream()
            .map(
                proof ->
                    proof.row() + " " + proof.test().replaceAll(".*#", "") + " " + proof.outcome())
            .toList()
        : List.of();
  }

  @Requirement("LIF-01")
  static class Mixed {
    @Test
    @Requirement("LIF-02")
    void passes() {}

    @Test
    void plain() {}

    @Test
    @Requirement("LIF-03")
    void fails() {
      throw new AssertionError("on purpose");
    }

    @Test
    @Disabled("on purpose")
    @Requirement("LIF-04")
    void isSkipped() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @Requirement("LIF-05")
    void oneOfTwoFails(int given) {
      assertThat(given).isEqualTo(1);
    }

    @TestFactory
    @Requirement("LIF-06")
    Stream<DynamicTest> made() {
      return Stream.of(DynamicTest.dynamicTest("one", () -> {}));
    }

    @Nested
    class Inner {
      @Test
      @Requirement("LIF-07")
      void inside() {}
    }
  }

  static class BrokenSetUp {
    @BeforeAll
    static void breaks() {
      throw new IllegalStateException("on purpose");
    }

    @Test
    @Requirement("LIF-01")
    void neverRuns() {}
  }

  static class Misspelt {
    @Test
    @Requirement("LIF-1")
    void passes() {}
  }

  static class Unannotated {
    @Test
    void passes() {}
  }
}
