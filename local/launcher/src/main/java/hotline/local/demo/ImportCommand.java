package hotline.local.demo;

import hotline.local.demo.appeal.AppealRules;
import hotline.local.demo.appeal.MessageAppeals;
import hotline.local.demo.appeal.RegionAliases;
import hotline.local.demo.appeal.Route;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.Json;
import hotline.local.demo.client.NodeAddress;
import hotline.local.network.LocalNetwork;
import hotline.local.network.NetworkException;
import hotline.local.network.NetworkOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline import}: brings the messages of a file in at one node of the running network. */
@Command(
    name = "import",
    description = "把 CSV 文件中的留言导入一个节点；重复导入不会重复登记",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

  @Mixin private NetworkOptions networkOptions = new NetworkOptions();

  @Option(names = "--node", paramLabel = "CODE", required = true, description = "受理节点的代码")
  private String node = "";

  @Parameters(paramLabel = "FILE.csv", description = "留言文件，各列按表头识别")
  private Path file = Path.of("");

  @Option(names = "--system", paramLabel = "NAME", description = "编号所属的系统（默认：文件名）")
  private @Nullable String system;

  @Option(names = "--regions", paramLabel = "FILE", description = "区域别名表，每行 别名=区划代码；未提及别名的归节点所在区域")
  private @Nullable Path regions;

  @Option(names = "--region", paramLabel = "别名=代码", description = "一条区域别名；可重复")
  private List<String> regionEntries = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    LocalNetwork network = networkOptions.open();
    network.node(node);
    if (!network.isComplete()) {
      throw new NetworkException("网络没有运行，请先运行 ./hotline up");
    }
    return Failures.told(
        spec.commandLine().getErr(),
        () -> {
          List<NodeAddress> addresses = NodeAddresses.of(network);
          RegionAliases aliases =
              RegionAliases.of(
                  addresses.stream().map(NodeAddress::code).collect(Collectors.toSet()),
                  regions,
                  regionEntries);
          MessageAppeals appeals =
              new MessageAppeals(
                  system == null ? String.valueOf(file.getFileName()) : system,
                  AppealRules.builtIn(),
                  aliases,
                  List.of(new Route(node.substring(0, 6), node)),
                  false);
          NodeAddress address =
              addresses.stream().filter(a -> a.code().equals(node)).findFirst().orElseThrow();
          HttpNode http = new HttpNode(address, HttpNode.client(), Json.mapper());
          return new Import(http, appeals, out).run(file) ? 0 : 1;
        });
  }
}
