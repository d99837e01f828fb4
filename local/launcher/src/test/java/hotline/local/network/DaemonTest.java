package hotline.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.local.servers.FreePorts;
import hotline.local.servers.JavaProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
  @TempDir Path folder;

  private final int port = FreePorts.next();
  private Path pidFile;
  private Path log;

  @BeforeEach
  void nameFiles() {
    pidFile = folder.resolve("small.pid");
    log = folder.resolve("small.log");
  }

  @AfterEach
  void endProcess() {
    new PidFile(pidFile)
        .live()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
  }

  @Test
  void itIsFoundAgainAndStoppedByAnotherLauncher() {
    Daemon first = daemon(Duration.ofSeconds(20));
    first.start(program());
    first.awaitReady();

    Daemon second = daemon(Duration.ofSeconds(20));

    assertThat(second.isRunning()).isTrue();
    assertThat(second.process()).isEqualTo(first.process());
    second.requestStop();
    assertThat(second.awaitStopped()).isTrue();
    assertThat(first.isRunning()).isFalse();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void oneThatDiesAtStartIsReportedWithTheEndOfItsLogOfThisTime() throws IOException {
    Files.writeString(log, "what an earlier start printed\n");
    Daemon daemon = daemon(Duration.ofSeconds(20));
    daemon.start(program("broken"));

    assertThatThrownBy(daemon::awaitReady)
        .isInstanceOf(NetworkException.class)
        .hasMessageContaining("小服务 启动失败")
        .hasMessageContaining("the cupboard is bare")
        .hasMessageNotContaining("earlier start");
  }

  @Test
  void oneThatDoesNotEndInTimeIsKilled() {
    Daemon daemon = daemon(Duration.ofMillis(300));
    daemon.start(program("stubborn"));
    daemon.awaitReady();

    daemon.requestStop();

    assertThat(daemon.awaitStopped()).isFalse();
    assertThat(daemon.isRunning()).isFalse();
  }

  @Test
  void aStrangerWithTheSameIdIsNotOurs() throws IOException {
    ProcessHandle stranger = ProcessHandle.current();
    Files.writeString(pidFile, stranger.pid() + " 2020-01-01T00:00:00Z\n");

    Daemon daemon = daemon(Duration.ofSeconds(1));
    daemon.requestStop();

    assertThat(daemon.isRunning()).isFalse();
    assertThat(daemon.awaitStopped()).isTrue();
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void aPidFileThatMakesNoSenseMeansNothingRuns() throws IOException {
    for (String text : List.of("", "abc def", "12", "1 yesterday", "-1 2020-01-01T00:00:00Z")) {
      Files.writeString(pidFile, text);

      assertThat(new PidFile(pidFile).live()).as(text).isEmpty();
    }
  }

  private Daemon daemon(Duration stopTimeout) {
    NodeApi api = new NodeApi(URI.create("http://127.0.0.1:" + port), "");
    return new Daemon("小服务", pidFile, log, stopTimeout, api::isUp);
  }

  private JavaProgram program(String... mode) {
    List<String> java = new ArrayList<>(List.of(SmallServer.class.getName()));
    java.add(Integer.toString(port));
    java.addAll(List.of(mode));
    return JavaProgram.onClasspath(
        Path.of("target/test-classes").toAbsolutePath().toString(), java, Map.of());
  }
}
