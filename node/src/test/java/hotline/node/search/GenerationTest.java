package hotline.node.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of an index survives. */
class GenerationTest {

  private static final Mark BEGINNING = new Mark(0, 0, 0, false);

  @TempDir private Path folder;

  /** Puts one document after the other into an index, until it is killed. */
  static final class Writer {

    private Writer() {}

    public static void main(String[] args) throws IOException {
      try (Generation index = Generation.create(Path.of(args[0]), BEGINNING)) {
        for (long number = 1; ; number++) {
          index.add(List.of(document(number)), index.mark().scan(number));
          if (number % 100 == 0) {
            index.commit();
            System.out.println(number);
          }
        }
      }
    }
  }

  @Test
  void afterAKillAnIndexHoldsExactlyWhatItsMarkSays() throws Exception {
    Path path = folder.resolve("g1");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                path.toString())
            .redirectErrorStream(true)
            .start();
    try (var lines = writer.inputReader()) {
      while (!"1000".equals(lines.readLine())) {
        assertThat(writer.isAlive()).isTrue();
      }
    } finally {
      // SIGKILL: it has no chance to finish anything
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();

    try (Generation index = Generation.open(path)) {
      index.check();
      assertThat(index.mark().scanned()).isGreaterThanOrEqualTo(1000);
      assertThat(index.size()).isEqualTo((int) index.mark().scanned());
    }
  }

  @Test
  void whatWasNotCommittedIsNotThereAfterClosingAndNeitherIsItsMark() throws IOException {
    Path path = folder.resolve("g1");
    try (Generation index = Generation.create(path, BEGINNING)) {
      index.add(List.of(document(1)), index.mark().scan(1));
      index.commit();
      index.add(List.of(document(2)), index.mark().scan(2));
    }

    try (Generation index = Generation.open(path)) {
      assertThat(index.mark().scanned()).isEqualTo(1);
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void aDamagedIndexIsNotedBeforeItIsSearched() throws IOException {
    Path path = folder.resolve("g1");
    try (Generation index = Generation.create(path, BEGINNING)) {
      index.add(List.of(document(1)), index.mark().scan(1));
      index.commit();
    }
    try (Stream<Path> files = Files.list(path)) {
      Path segment =
          files.filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(segment, bytes);
    }

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> {
              try (Generation index = Generation.open(path)) {
                index.check();
              }
            });
  }

  private static Document document(long number) {
    Document document = new Document();
    document.add(new StringField(Fields.ID, Long.toString(number), Store.NO));
    document.add(new NumericDocValuesField(Fields.REGISTERED, number));
    return document;
  }
}
