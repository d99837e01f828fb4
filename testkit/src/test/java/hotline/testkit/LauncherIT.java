package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.NodeAddresses;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.Json;
import hotline.local.demo.client.NodeAddress;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
    assertThat(said("status")).containsPattern("程序版本 \\S+，数据规范第 [1-9]\\d* 版");
    aCallWhoseExchangeDiedIsHungUpLater();
    Calling cutOff = ringing("13800002222");
    List<ProcessHandle> processes = processes();
    assertThat(processes).hasSize(6);

    interrupt(demo);

    assertThat(demo.waitFor(END.toSeconds(), TimeUnit.SECONDS)).as("the demo ends").isTrue();
    assertThat(processes).as("what the demo started").noneMatch(ProcessHandle::isAlive);
    assertThat(network.isRunning()).isFalse();
    interrupt(cutOff.process());
    assertThat(cutOff.process().waitFor(END.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(cutOff.said())
        .as("what cannot be reported any more is told with what to do about it")
        .contains("请在网络恢复后补报", "--number 13800002222", "--hang-up " + cutOff.id());
  }

  /** A call at the exchange that goes on. */
  private record Calling(Process process, Path output) {

    String said() throws IOException {
      return Files.readString(output);
    }

    /** The exchange's own id of it. */
    String id() throws IOException {
      Matcher told = Pattern.compile("话单号 ([0-9a-f-]{36})").matcher(said());
      assertThat(told.find()).as(said()).isTrue();
      return told.group(1);
    }
  }

  private Calling ringing(String number) throws IOException {
    Path output = folder.resolve(number + ".log");
    Process process = run(output, "call", "--node", "621000", "--number", number, "--ring", "1");
    Calling calling = new Calling(process, output);
    await("somebody answers")
        .atMost(END)
        .untilAsserted(() -> assertThat(calling.said()).contains("已接听"));
    return calling;
  }

  private void aCallWhoseExchangeDiedIsHungUpLater() throws Exception {
    Calling calling = ringing("13800001111");
    calling.process().destroyForcibly().waitFor();
    assertThat(call(calling.id()).path("endedAt").isMissingNode()).as("it goes on").isTrue();
    String[] later = {"--node", "621000", "--number", "13800001111", "--hang-up", calling.id()};

    assertThat(said("call", later)).contains("已补报挂断");
    String ended = call(calling.id()).path("endedAt").asText();
    assertThat(ended).isNotEmpty();

    assertThat(said("call", later)).as("once more").contains("已补报挂断");
    assertThat(call(calling.id()).path("endedAt").asText()).isEqualTo(ended);
  }

  /** As the node's own people see it. */
  private JsonNode call(String id) throws Exception {
    NodeAddress address =
        NodeAddresses.of(network).stream()
            .filter(node -> node.code().equals("621000"))
            .findFirst()
            .orElseThrow();
    JsonNode calls =
        new HttpNode(address, HttpNode.client(), Json.mapper())
            .get("huawu", "/api/calls?size=200", JsonNode.class);
    return StreamSupport.stream(calls.path("items").spliterator(), false)
        .filter(call -> call.path("id").asText().endsWith(id))
        .findFirst()
        .orElseThrow();
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  private void importTwice() throws IOException, InterruptedException {
    Path file = folder.resolve("messages.csv");
    Files.writeString(
        file, "编号,诉求人,电话,标题,时间,内容\n1,甲,0934-0000001,停水,2026-03-01,小区停水\n2,乙,,修路,2026-03-01,村道坏了\n");
    assertThat(imported(file)).contains("导入节点 621002：受理 2，");
    assertThat(imported(file)).contains("先前已导入 2，");
  }

  private String imported(Path file) throws IOException, InterruptedException {
    return said("import", "--node", "621002", file.toString());
  }

  /** What a command says until it has ended well. */
  private String said(String command, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve(command + ".log");
    Process process = run(output, command, arguments);
    assertThat(process.waitFor(END.toSeconds(), TimeUnit.SECONDS)).as("%s ends", command).isTrue();
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
