package hotline.local.exchange;

import hotline.local.demo.Failures;
import hotline.local.demo.NodeAddresses;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.Json;
import hotline.local.demo.client.NodeAddress;
import hotline.local.network.LocalNetwork;
import hotline.local.network.NetworkException;
import hotline.local.network.NetworkOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code hotline call}: a call comes in at a node of the running network, and pops up at a desk.
 */
@Command(
    name = "call",
    description = "模拟一个来电：按话务平台的接口报告振铃、接听、挂断，在指定话务员的受理台弹屏；Ctrl-C 挂断",
    mixinStandardHelpOptions = true)
public final class CallCommand implements Callable<Integer> {

  @Mixin private NetworkOptions networkOptions = new NetworkOptions();

  @Option(names = "--node", paramLabel = "CODE", required = true, description = "来电的节点代码")
  private String node = "";

  @Option(names = "--number", paramLabel = "NUMBER", required = true, description = "主叫号码")
  private String number = "";

  @Option(
      names = "--to",
      paramLabel = "USER",
      defaultValue = "huawu",
      description = "振铃的话务员（默认 ${DEFAULT-VALUE}）")
  private String agent = "";

  @Option(
      names = "--line",
      paramLabel = "NUMBER",
      defaultValue = "12345",
      description = "拨打的热线号码（默认 ${DEFAULT-VALUE}）")
  private String line = "";

  @Option(
      names = "--ring",
      paramLabel = "SECONDS",
      defaultValue = "3",
      description = "振铃多久后接听（默认 ${DEFAULT-VALUE} 秒）")
  private int ring;

  @Option(
      names = "--talk",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "通话多久后挂断（默认 ${DEFAULT-VALUE} 秒）")
  private int talk;

  @Option(names = "--missed", description = "无人接听：振铃后挂断，列入待回拨")
  private boolean missed;

  @Option(names = "--hang-up", paramLabel = "CALL", description = "只补报一个先前没有报告的挂断：给出当时提示的话单号")
  private @Nullable String endedCall;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    LocalNetwork network = networkOptions.open();
    network.node(node);
    if (!network.isComplete()) {
      throw new NetworkException("网络没有运行，请先运行 ./hotline up");
    }
    return Failures.told(
        spec.commandLine().getErr(),
        () -> {
          NodeAddress address =
              NodeAddresses.of(network).stream()
                  .filter(a -> a.code().equals(node))
                  .findFirst()
                  .orElseThrow();
          HttpNode http = new HttpNode(address, HttpNode.client(), Json.mapper());
          return ring(
              new Exchange(
                  http,
                  new ExchangeKey(network.folder(), http),
                  line,
                  number,
                  endedCall == null ? UUID.randomUUID().toString() : endedCall,
                  Clock.systemUTC()));
        });
  }

  private int ring(Exchange exchange) throws ApiRefusal, IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (endedCall != null) {
      exchange.report("ENDED", null);
      out.println("已补报挂断。");
      return 0;
    }
    Exchange.Route route = exchange.route();
    if (route.prompt() != null) {
      out.println("来电人听到：" + route.prompt());
    }
    if (!route.ringsHere()) {
      out.println("节点答复不在本台接听：" + route.action() + " " + route.to());
      return 0;
    }
    CountDownLatch hungUp = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    String unreported = unreported(exchange.call());
    boolean begun = false;
    Thread hook = new Thread(() -> hangUp(hungUp, told, unreported));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      exchange.report("STARTED", null);
      begun = true;
      exchange.report("RINGING", agent);
      out.println(
          "正在 %s 的座席振铃，受理台即将弹屏……话单号 %s（本命令如被强行终止，用 --hang-up 补报挂断）"
              .formatted(agent, exchange.call()));
      boolean answered = !hungUp.await(ring, TimeUnit.SECONDS) && !missed;
      if (answered) {
        exchange.report("ANSWERED", agent);
        out.println("已接听。Ctrl-C 挂断，最长 " + talk + " 秒。");
        hungUp.await(talk, TimeUnit.SECONDS);
      }
      exchange.report("ENDED", null);
      begun = false;
      out.println(answered ? "已挂断。" : "无人接听，列入待回拨。");
    } finally {
      told.countDown();
      if (begun) {
        spec.commandLine().getErr().println(unreported);
      }
    }
    return 0;
  }

  /** What to do about a call that the node takes for one that goes on. */
  private String unreported(String call) {
    return "没有来得及报告挂断，节点 %s 仍显示该来电在通话。请在网络恢复后补报（--data、--port-base 与本次相同）：%n  ./hotline call --node %s --number %s --line %s --hang-up %s"
        .formatted(node, node, number, line, call);
  }

  /** Lets the call be reported as ended before this process is. */
  private static void hangUp(CountDownLatch hungUp, CountDownLatch told, String unreported) {
    hungUp.countDown();
    try {
      if (!told.await(10, TimeUnit.SECONDS)) {
        System.err.println(unreported);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
