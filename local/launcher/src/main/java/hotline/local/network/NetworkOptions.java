package hotline.local.network;

import hotline.local.servers.ProjectRoot;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has; mix them in. */
public final class NetworkOptions {
  @Option(names = "--data", paramLabel = "DIR", description = "数据目录（默认：项目目录下的 .hotline）")
  private @Nullable Path data;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "端口基数，各节点控制台从它起依次排列（默认：上次所用，首次为 12345）")
  private @Nullable Integer portBase;

  /** Opens the network that the options name. */
  public LocalNetwork open() {
    Path folder = data;
    if (folder == null) {
      folder = ProjectRoot.find().resolve(".hotline");
    }
    Integer base = portBase;
    return LocalNetwork.open(folder, base == null ? OptionalInt.empty() : OptionalInt.of(base));
  }
}
