package hotline.local.launcher;

import hotline.local.network.LocalNetwork;
import hotline.local.network.LocalNode;
import hotline.local.network.NetworkOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "up", description = "启动整个网络并让它在后台运行", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  @Mixin private NetworkOptions options = new NetworkOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LocalNetwork network = options.open();
    if (network.isComplete()) {
      out.println("网络已在运行：");
    } else {
      network.start(out::println);
      out.println("网络已启动：");
    }
    for (LocalNode node : network.nodes()) {
      out.printf("  %-10s %s  %s%n", node.code(), node.consoleUri(), node.name());
    }
    out.printf(
        "登录用户 huawu、paidan、shenhe、huifang、duban、admin；密码在 %s%n",
        network.folder().resolve("users.password"));
    return 0;
  }
}
