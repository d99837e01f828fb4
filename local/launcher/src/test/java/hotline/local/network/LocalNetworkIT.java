package hotline.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.local.servers.FreePorts;
import hotline.local.servers.MariaDbServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers and real processes; only the nodes' program is a small one. */
class LocalNetworkIT {
  @TempDir Path folder;

  private final Ports ports = new Ports(freeBase());
  private final List<String> progress = new ArrayList<>();
  private LocalNetwork network;

  @BeforeEach
  void open() {
    network = reopened();
  }

  @AfterEach
  void stop() {
    network.stop(progress::add);
  }

  @Test
  void itStartsGoesOnWithoutItsLauncherAndLosesNothingWhenStopped() throws Exception {
    network.start(progress::add);
    assertThat(network.isComplete()).isTrue();
    Map<String, Long> pids = pids(network);

    LocalNetwork found = reopened();
    found.start(progress::add);
    assertThat(pids(found)).isEqualTo(pids);
    assertThat(new StatusReport(found).lines()).contains("  本节点记录：产生 7，已送出 0，链头 -");

    found.stop(progress::add);
    assertThat(network.isRunning()).isFalse();
    assertThat(progress.stream().filter(line -> line.startsWith("停止")).toList())
        .containsExactly(
            "停止 621002", "停止 621000F01", "停止 621000", "停止 620000", "停止 pulsar", "停止 mariadb");
    assertThat(pids.values()).noneMatch(pid -> ProcessHandle.of(pid).isPresent());

    network.start(progress::add);
    assertThat(startsCounted("621002")).isEqualTo(2);
  }

  @Test
  void whatWasKilledIsStartedAgainAndTheRestIsLeftAlone() throws Exception {
    network.start(progress::add);
    Map<String, Long> before = pids(network);
    for (String victim : List.of("mariadb", "621000")) {
      ProcessHandle process = ProcessHandle.of(network.pid(victim).orElseThrow()).orElseThrow();
      process.destroyForcibly();
      process.onExit().join();
    }
    assertThat(network.isComplete()).isFalse();

    reopened().start(progress::add);

    Map<String, Long> after = pids(network);
    assertThat(after.get("621000")).isNotEqualTo(before.get("621000"));
    assertThat(after.get("mariadb")).isNotEqualTo(before.get("mariadb"));
    assertThat(after.get("pulsar")).isEqualTo(before.get("pulsar"));
    assertThat(after.get("621002")).isEqualTo(before.get("621002"));
    assertThat(startsCounted("621000")).isEqualTo(2);
  }

  @Test
  void aStartThatIsInterruptedLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                network.start(
                    line -> {
                      if (line.contains("620000")) {
                        stopInAnotherThread();
                      }
                    }))
        .isInstanceOf(NetworkException.class)
        .hasMessage("启动被中断");
    network.stop(progress::add);
    assertThat(network.isRunning()).isFalse();
  }

  /** Returns once the other thread is about to wait for this one to give way. */
  private void stopInAnotherThread() {
    Thread interrupter = new Thread(() -> network.stop(progress::add), "ctrl-c");
    interrupter.start();
    while (interrupter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private LocalNetwork reopened() {
    return new LocalNetwork(
        new DataFolder(folder.resolve("data")),
        ports,
        new ProgramSource() {
          @Override
          public String mainClass(Tier tier) {
            return SmallNode.class.getName();
          }

          @Override
          public String classpath(Tier tier) {
            return System.getProperty("java.class.path");
          }
        });
  }

  private static Map<String, Long> pids(LocalNetwork network) {
    return Stream.of("mariadb", "pulsar", "620000", "621000", "621002", "621000F01")
        .collect(Collectors.toMap(name -> name, name -> network.pid(name).orElseThrow()));
  }

  private int startsCounted(String code) throws IOException, SQLException {
    MariaDbServer.Options options =
        MariaDbServer.Options.in(folder.resolve("data/mariadb")).onPort(ports.mariaDb());
    try (Connection connection = MariaDbServer.address(options).connect("hotline_" + code);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM started")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static int freeBase() {
    return IntStream.generate(FreePorts::next)
        .filter(base -> IntStream.rangeClosed(base, base + 42).allMatch(FreePorts::isFree))
        .findFirst()
        .orElseThrow();
  }
}
