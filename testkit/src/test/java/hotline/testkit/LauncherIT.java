package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.local.network.LocalNetwork;
import hotline.local.servers.FreePorts;
import hotline.local.servers.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as people use it, with the programs that the build has made. */
final class LauncherIT {
  private static final Duration DEMO = Duration.ofMinutes(6);
  private static final Duration END = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private final int portBase = freeBase();
  private final List<Process> started = new ArrayList<>();
  private LocalNetwork network;

  @BeforeEach
  void open() {
    network = LocalNetwork.open(folder.resolve("data"), OptionalInt.of(portBase));
  }

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(Process::destroy);
    network.stop(line -> {});
  }

  @Test
  void aDemoTakesAnImportBesideItAndCtrlCEndsEverything() throws Exception {
    Path output = folder.resolve("demo.log");
    Process demo = run(output, "demo", "--tickets", "6");
    await("the demo has finished and stays up")
        .atMost(DEMO)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              assertThat(demo.isAlive()).as("%s", Files.readString(output)).isTrue();
              return Files.readString(output).contains("Ctrl-C");
            });
    importTwice();
    List<ProcessHandle> processes = processes();
    assertThat(processes).hasSize(6);

    new ProcessBuilder("kill", "-INT", Long.toString(demo.pid())).start().waitFor();

    assertThat(demo.waitFor(END.toSeconds(), TimeUnit.SECONDS)).as("the demo ends").isTrue();
    assertThat(processes).as("what the demo started").noneMatch(ProcessHandle::isAlive);
    assertThat(network.isRunning()).isFalse();
  }

  private void importTwice() throws IOException, InterruptedException {
    Path file = folder.resolve("messages.csv");
    Files.writeString(
        file, "编号,诉求人,电话,标题,时间,内容\n1,甲,0934-0000001,停水,2026-03-01,小区停水\n2,乙,,修路,2026-03-01,村道坏了\n");
    assertThat(imported(file)).contains("导入节点 621002：受理 2，");
    assertThat(imported(file)).contains("先前已导入 2，");
  }

  private String imported(Path file) throws IOException, InterruptedException {
    Path output = folder.resolve("import.log");
    Process process = run(output, "import", "--node", "621002", file.toString());
    assertThat(process.waitFor(END.toSeconds(), TimeUnit.SECONDS)).as("the import ends").isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private List<ProcessHandle> processes() {
    return Stream.of("mariadb", "pulsar", "620000", "621000", "621002", "621000F01")
        .map(network::pid)
        .flatMapToLong(OptionalLong::stream)
        .mapToObj(ProcessHandle::of)
        .flatMap(java.util.Optional::stream)
        .toList();
  }

  /** Whoever runs the tests in the background has the interrupt ignored; here it counts. */
  private Process run(Path output, String command, String... arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhotline.root=" + ProjectRoot.find(),
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dsun.stderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "hotline.local.launcher.HotlineMain",
                command,
                "--data",
                folder.resolve("data").toString(),
                "--port-base",
                Integer.toString(portBase)));
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    started.add(process);
    return process;
  }

  private static int freeBase() {
    return IntStream.generate(FreePorts::next)
        .filter(base -> IntStream.rangeClosed(base, base + 42).allMatch(FreePorts::isFree))
        .findFirst()
        .orElseThrow();
  }
}
