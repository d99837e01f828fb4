package hotline.local.launcher;

import hotline.local.network.LocalNetwork;
import hotline.local.network.NetworkOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "停止整个网络，数据保留", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  @Mixin private NetworkOptions options = new NetworkOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LocalNetwork network = options.open();
    if (!network.isRunning()) {
      out.println("网络没有运行");
      return 0;
    }
    network.stop(out::println);
    out.println("网络已停止，数据保留在 " + network.folder());
    return 0;
  }
}
