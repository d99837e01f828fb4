package hotline.node.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.attachment.Sha256;
import hotline.node.blob.StagingArea.TooBigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBlobsTest {

  private static final long MOST = 4 << 20;

  @TempDir Path folder;

  @Test
  void whatWasPutIsFoundUnderItsHashAndStoredOnce() throws Exception {
    DiskBlobs blobs = new DiskBlobs(folder.resolve("blobs"));
    StagingArea staging = new StagingArea(folder.resolve("blobs/incoming"));
    byte[] bytes = "现场照片".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2; i++) {
      try (Staged staged = staging.receive(MOST, out -> out.write(bytes))) {
        blobs.put(staged);
        assertThat(staged.hash()).isEqualTo(Sha256.of(Sha256.digest().digest(bytes)));
      }
    }
    List<Path> files = files(folder);
    assertThat(files).hasSize(1);
    try (InputStream in = blobs.open(Sha256.of(Sha256.digest().digest(bytes))).orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void whatIsTooBigIsRefusedAndLeavesNothing() throws Exception {
    StagingArea staging = new StagingArea(folder);
    assertThatExceptionOfType(TooBigException.class)
        .isThrownBy(() -> staging.receive(10, out -> out.write(new byte[11])));
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aProcessThatIsKilledInBetweenLeavesNothingHalfInTheStore() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 3; round++) {
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Endless.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      int puts = 5 + random.nextInt(40);
      InputStream said = writer.getInputStream();
      for (int i = 0; i < puts; i++) {
        assertThat(said.read()).as("it goes on writing").isNotNegative();
      }
      writer.destroyForcibly();
      assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
      for (Path file : files(folder)) {
        if (!file.toString().endsWith(".part")) {
          byte[] hash = Sha256.digest().digest(Files.readAllBytes(file));
          assertThat(Sha256.of(hash).hex()).isEqualTo(String.valueOf(file.getFileName()));
        }
      }
    }
    new StagingArea(folder.resolve("incoming")).sweep(Instant.now().plusSeconds(60));
    assertThat(files(folder)).isNotEmpty().noneMatch(file -> file.toString().endsWith(".part"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }

  /** Puts one file after the other into the store until it is killed. */
  static final class Endless {

    private Endless() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      DiskBlobs blobs = new DiskBlobs(folder);
      StagingArea staging = new StagingArea(folder.resolve("incoming"));
      Random random = new Random();
      OutputStream said = System.out;
      while (true) {
        byte[] bytes = new byte[200_000 + random.nextInt(400_000)];
        random.nextBytes(bytes);
        try (Staged staged = staging.receive(MOST, out -> write(bytes, out))) {
          blobs.put(staged);
        }
        said.write('.');
        said.flush();
      }
    }

    /** Slowly, so that it dies in the middle, too. */
    private static void write(byte[] bytes, OutputStream out) throws IOException {
      for (int at = 0; at < bytes.length; at += 10_000) {
        out.write(bytes, at, Math.min(10_000, bytes.length - at));
      }
    }
  }
}
