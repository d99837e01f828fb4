package hotline.local.launcher;

import hotline.local.network.LocalNetwork;
import hotline.local.network.NetworkOptions;
import hotline.local.network.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    description = "显示各节点及其版本、上下级连接、数据流的积压、时延和链头；全部运行时返回 0，否则返回 3",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final int NOT_RUNNING = 3;

  @Mixin private NetworkOptions options = new NetworkOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    LocalNetwork network = options.open();
    new StatusReport(network).lines().forEach(spec.commandLine().getOut()::println);
    return network.isComplete() ? 0 : NOT_RUNNING;
  }
}
