package hotline.local.demo;

import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.summary.Report;
import hotline.local.network.LocalNetwork;
import hotline.local.network.LocalNode;
import hotline.local.network.NetworkOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hotline demo}: starts the network where it does not run, and shows it at work. */
@Command(
    name = "demo",
    description = "启动整个网络，演示从诉求到归档的全过程，核对每条记录都到达省级",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  @Mixin private NetworkOptions networkOptions = new NetworkOptions();

  @Option(names = "--messages", paramLabel = "FILE.csv", description = "用文件中的留言代替编写的诉求，各列按表头识别")
  private @Nullable Path messages;

  @Option(names = "--regions", paramLabel = "FILE", description = "区域别名表，每行 别名=区划代码 或 别名=区划代码@节点代码")
  private @Nullable Path regions;

  @Option(names = "--region", paramLabel = "别名=代码", description = "一条区域别名，如 A3区=621002；可重复，优先于文件")
  private List<String> regionEntries = List.of();

  @Option(
      names = "--tickets",
      paramLabel = "N",
      description = "诉求件数（默认 120；有 --messages 时为最多取用的条数，默认全部）")
  private @Nullable Integer tickets;

  @Option(names = "--report", paramLabel = "FILE", description = "把汇总写成 JSON 文件")
  private @Nullable Path report;

  @Option(names = "--exit", description = "汇总后即结束；全部记录到齐、链头一致时退出状态为 0")
  private boolean exit;

  @Option(names = "--fresh", description = "先清空先前的数据")
  private boolean fresh;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "随机种子，相同种子的演示相同（默认 ${DEFAULT-VALUE}）",
      defaultValue = "" + DemoOptions.DEFAULT_SEED)
  private long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "同时进行的请求数（默认 ${DEFAULT-VALUE}）",
      defaultValue = "" + DemoOptions.DEFAULT_WORKERS)
  private int workers;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    LocalNetwork network = networkOptions.open();
    return Failures.told(
        spec.commandLine().getErr(),
        () -> {
          if (fresh && network.isRunning()) {
            network.stop(out::println);
          }
          if (fresh) {
            network.forget();
          }
          boolean ours = !network.isRunning();
          Demo demo =
              new Demo(
                  NodeAddresses.of(network),
                  new DemoOptions(messages, tickets, regions, regionEntries, report, seed, workers),
                  Clock.systemUTC(),
                  out);
          return show(network, demo, ours, out);
        });
  }

  private int show(LocalNetwork network, Demo demo, boolean ours, PrintWriter out)
      throws ApiRefusal, IOException, InterruptedException {
    if (ours) {
      // also when interrupted: what the demo started does not outlive it
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> network.stop(out::println), "network-stop"));
    }
    if (!network.isComplete()) {
      network.start(out::println);
    }
    Report result = demo.run();
    printAddresses(network, out);
    if (!ours) {
      out.println("网络原已在运行，继续在后台运行；停止：./hotline down");
    } else if (!exit) {
      out.println("网络继续运行，按 Ctrl-C 停止。");
      new CountDownLatch(1).await();
    }
    return result.ok() ? 0 : 1;
  }

  private static void printAddresses(LocalNetwork network, PrintWriter out) {
    out.println();
    out.println("控制台");
    for (LocalNode node : network.nodes()) {
      out.printf("  %s  %s%n", node.consoleUri(), node.name());
    }
    out.println(
        "  登录用户：huawu 话务员、paidan 派单员、shenhe 审核员、huifang 回访员、duban 督办员、admin 管理员、unit-<单位代码> 承办单位");
    out.println("  密码：" + network.password());
    out.println();
  }
}
