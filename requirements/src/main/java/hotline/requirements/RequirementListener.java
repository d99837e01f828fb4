package hotline.requirements;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Notes for every test that names rows how it ended, in the module's {@link ProofFolder}. The JUnit
 * platform finds it by itself and calls it from one thread.
 */
public final class RequirementListener implements TestExecutionListener {
  private final ProofFolder folder;
  private final Map<String, Map<String, Outcome>> outcomes = new TreeMap<>();
  private final Map<String, MethodSource> tests = new TreeMap<>();
  private Optional<TestPlan> plan = Optional.empty();

  /** Writes below the module that Maven runs, or below the current folder. */
  public RequirementListener() {
    this(new ProofFolder(Path.of(System.getProperty("basedir", "."), "target")));
  }

  RequirementListener(ProofFolder folder) {
    this.folder = folder;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = Optional.of(started);
    // a run that dies must not leave the last run's results behind
    started.getRoots().stream()
        .flatMap(root -> started.getDescendants(root).stream())
        .flatMap(test -> methodOf(test).stream())
        .map(MethodSource::getClassName)
        .distinct()
        .forEach(folder::forget);
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
    note(identifier, Outcome.SKIPPED);
  }

  @Override
  public synchronized void executionFinished(
      TestIdentifier identifier, TestExecutionResult result) {
    Outcome outcome =
        switch (result.getStatus()) {
          case SUCCESSFUL -> Outcome.PASSED;
          case ABORTED -> Outcome.SKIPPED;
          case FAILED -> Outcome.FAILED;
        };
    if (identifier.isTest() || outcome != Outcome.PASSED) {
      note(identifier, outcome);
    }
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan finished) {
    outcomes.forEach(
        (testClass, methods) -> {
          List<Proof> proofs = new ArrayList<>();
          methods.forEach((test, outcome) -> proofs.addAll(proofs(test, outcome)));
          if (!proofs.isEmpty()) {
            folder.write(testClass, proofs);
          }
        });
    outcomes.clear();
    tests.clear();
  }

  /** A class that fails before its tests, or is skipped, takes all of them with it. */
  private void note(TestIdentifier identifier, Outcome outcome) {
    Optional<MethodSource> method = methodOf(identifier);
    if (method.isPresent()) {
      note(method.get(), outcome);
    } else {
      plan.stream()
          .flatMap(known -> known.getDescendants(identifier).stream())
          .flatMap(test -> methodOf(test).stream())
          .forEach(test -> note(test, outcome));
    }
  }

  private void note(MethodSource method, Outcome outcome) {
    String test = method.getClassName() + "#" + method.getMethodName();
    tests.put(test, method);
    outcomes
        .computeIfAbsent(method.getClassName(), name -> new TreeMap<>())
        .merge(test, outcome, Outcome::worse);
  }

  private List<Proof> proofs(String test, Outcome outcome) {
    return Optional.ofNullable(tests.get(test)).stream()
        .flatMap(method -> NamedRows.of(method.getJavaClass(), method.getJavaMethod()).stream())
        .map(row -> new Proof(row, test, outcome))
        .toList();
  }

  /** The method of a test, or that of the factory or template which made it. */
  private Optional<MethodSource> methodOf(TestIdentifier identifier) {
    Optional<MethodSource> own =
        identifier.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
    return own.isPresent() || !identifier.isTest()
        ? own
        : plan.flatMap(known -> known.getParent(identifier)).flatMap(this::methodOf);
  }
}
