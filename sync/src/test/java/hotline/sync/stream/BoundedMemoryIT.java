package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.local.servers.SharedServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node whose parent's broker does not answer any more journals several times its own heap. What
 * waits is in the database: the process would have ended by an OutOfMemoryError otherwise.
 */
class BoundedMemoryIT {

  private static final int HEAP_MEGABYTES = 56;
  private static final int RECORDS = 15_000;

  @Test
  void aNodeCutOffFromItsParentJournalsMoreThanItsMemoryAndDeliversItLater(@TempDir Path folder)
      throws Exception {
    assertThat((long) RECORDS * LoadedProcess.RECORD_BYTES)
        .isGreaterThan(2L * HEAP_MEGABYTES * 1024 * 1024);
    try (ToyNetwork network = new ToyNetwork()) {
      network.top.start();
      network.middle.start();
      Path log = folder.resolve("log");
      Process process = start(network, log);
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
          OutputStream in = process.getOutputStream()) {
        assertThat(said.readLine()).isEqualTo("ready");
        signal("STOP");
        try {
          go(in);
          assertThat(said.readLine())
              .as(() -> "the process's last words: " + words(log))
              .isEqualTo("done");
        } finally {
          signal("CONT");
        }
        go(in);
        assertThat(process.waitFor()).isZero();
      } finally {
        process.destroyForcibly();
      }
      network.leaf.start();
      await()
          .atMost(ToyNetwork.PATIENCE.multipliedBy(3))
          .until(() -> ToyNetwork.applied(network.top, network.leaf) == RECORDS + 1);
      await()
          .atMost(ToyNetwork.PATIENCE)
          .until(() -> ToyNetwork.received(network.top, network.leaf).headsAgree());
    }
  }

  private static Process start(ToyNetwork network, Path log) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LoadedProcess.class.getName(),
                network.leaf.schema().url(),
                network.leaf.schema().server().user(),
                network.leaf.schema().server().password(),
                SharedServers.pulsar().serviceUrl(),
                network.topicPrefix(),
                network.leaf.code().value(),
                network.middle.code().value(),
                Integer.toString(RECORDS)))
        .redirectError(log.toFile())
        .start();
  }

  private static void go(OutputStream in) throws IOException {
    in.write('\n');
    in.flush();
  }

  /** Freezes the broker, which then holds its connections and answers nothing, or thaws it. */
  private static void signal(String name) throws Exception {
    long pid = SharedServers.pulsar().pid();
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  private static String words(Path log) {
    try {
      List<String> lines = java.nio.file.Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
