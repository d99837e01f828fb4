package hotline.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes {@code target/requirements.md} and {@code .tsv} from what all modules' tests have proved,
 * and fails where a row that is marked covered is not.
 */
public final class CoverageMain {
  /** As deep as modules lie below the root: local/launcher/target/requirements. */
  private static final int DEPTH = 4;

  private CoverageMain() {}

  /**
   * @param args the project's root, then the values of all properties by which tests can be left
   *     out; one that Maven did not resolve was not given, and with one that was given the run is
   *     partial and proves nothing by silence
   * @throws IllegalStateException when the gate is shut, saying why
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    boolean wholeRun =
        Arrays.stream(args)
            .skip(1)
            .filter(Objects::nonNull) // what Maven hands over for a property that nobody set
            .noneMatch(CoverageMain::leavesTestsOut);
    Coverage coverage = new Coverage(Catalogue.load(), proofs(root));
    CoverageTable table = new CoverageTable(coverage);
    Path target = Files.createDirectories(root.resolve("target"));
    Files.writeString(target.resolve("requirements.md"), table.markdown());
    Files.writeString(target.resolve("requirements.tsv"), table.tsv());
    System.out.println("需求覆盖：" + table.totals() + "；明细见 target/requirements.md");
    List<String> problems = coverage.problems(wholeRun);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("需求覆盖不成立：\n  " + String.join("\n  ", problems));
    }
  }

  private static boolean leavesTestsOut(String value) {
    return !value.isEmpty() && !value.startsWith("${") && !value.equals("false");
  }

  private static List<Proof> proofs(Path root) throws IOException {
    try (Stream<Path> folders =
        Files.find(root, DEPTH, (path, about) -> path.endsWith("target") && about.isDirectory())) {
      return folders
          .sorted()
          .map(ProofFolder::new)
          .filter(ProofFolder::exists)
          .flatMap(folder -> folder.read().stream())
          .toList();
    }
  }
}
