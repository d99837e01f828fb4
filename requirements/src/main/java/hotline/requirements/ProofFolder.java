package hotline.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of one module's tests, a file per test class, in {@code target/requirements}. A run
 * replaces the files of the classes that it runs, so those of the unit and the integration tests,
 * and of runs of single tests, stand side by side.
 */
record ProofFolder(Path target) {
  private static final String SUFFIX = ".tsv";

  void write(String testClass, List<Proof> proofs) {
    try {
      Files.createDirectories(folder());
      Files.write(file(testClass), proofs.stream().map(Proof::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget(String testClass) {
    try {
      Files.deleteIfExists(file(testClass));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the classes that still exist have proved. */
  List<Proof> read() {
    List<Proof> proofs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(this::isOfPresentClass).sorted().toList()) {
        Files.readAllLines(file).stream().map(Proof::parse).forEach(proofs::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return proofs;
  }

  boolean exists() {
    return Files.isDirectory(folder());
  }

  private boolean isOfPresentClass(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(SUFFIX)) {
      return false;
    }
    String testClass = name.substring(0, name.length() - SUFFIX.length());
    return Files.exists(
        target.resolve("test-classes").resolve(testClass.replace('.', '/') + ".class"));
  }

  private Path folder() {
    return target.resolve("requirements");
  }

  private Path file(String testClass) {
    return folder().resolve(testClass + SUFFIX);
  }
}
