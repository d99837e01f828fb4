package hotline.local.launcher;

import hotline.local.network.LocalNetwork;
import hotline.local.network.NetworkException;
import hotline.local.network.NetworkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "显示一个节点的日志", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
  @Mixin private NetworkOptions options = new NetworkOptions();

  @Parameters(paramLabel = "NODE", description = "节点代码（如 621000），或 mariadb、pulsar")
  private String node = "";

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      description = "行数（默认 200）")
  private int lines = 200;

  @Option(
      names = {"-f", "--follow"},
      description = "继续显示新的日志，直到 Ctrl-C")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalNetwork network = options.open();
    Path log = network.log(node);
    if (!Files.exists(log)) {
      throw new NetworkException(log + " 还不存在：" + node + " 从未启动");
    }
    List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
    if (follow) {
      command.add("-F");
    }
    command.add(log.toString());
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
