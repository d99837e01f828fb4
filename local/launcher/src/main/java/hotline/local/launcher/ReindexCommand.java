package hotline.local.launcher;

import hotline.local.network.LocalNetwork;
import hotline.local.network.NetworkException;
import hotline.local.network.NetworkOptions;
import hotline.local.network.SearchState;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hotline reindex}: has a node build its search index anew, and waits for it. */
@Command(
    name = "reindex",
    description = "重建一个节点的检索索引；重建期间查询照常，工单数据不受影响",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {

  private static final long ASKED_EVERY_MILLIS = 500;

  @Mixin private NetworkOptions options = new NetworkOptions();

  @Option(names = "--node", paramLabel = "CODE", required = true, description = "节点的代码")
  private String node = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    LocalNetwork network = options.open();
    network.node(node);
    if (network.pid(node).isEmpty()) {
      throw new NetworkException("节点 " + node + " 没有运行，请先运行 ./hotline up");
    }
    network.rebuildSearch(node);
    int told = -1;
    while (true) {
      TimeUnit.MILLISECONDS.sleep(ASKED_EVERY_MILLIS);
      SearchState state = network.search(node);
      if (!state.rebuilding()) {
        out.println("检索索引已重建，可查工单 " + state.tickets() + " 件");
        return 0;
      }
      if (state.percent() / 10 != told) {
        told = state.percent() / 10;
        out.println("正在重建检索索引：" + state.percent() + "%");
      }
    }
  }
}
