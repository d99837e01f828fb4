package hotline.local.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What {@code ./hotline status} prints: processes, and each node's own view of its links. */
public final class StatusReport {
  private final LocalNetwork network;

  /** A report on that network as it is when {@link #lines} is called. */
  public StatusReport(LocalNetwork network) {
    this.network = network;
  }

  /** The lines, ready to print. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("数据目录 " + network.folder());
    lines.add("mariadb  " + running(network.pid("mariadb")));
    lines.add("pulsar   " + running(network.pid("pulsar")));
    for (LocalNode node : network.nodes()) {
      lines.add("");
      lines.add(
          "%s %s（%s） %s %s"
              .formatted(
                  node.code(),
                  node.name(),
                  node.tier().label(),
                  node.consoleUri(),
                  running(network.pid(node.code()))));
      addView(node, lines);
    }
    return lines;
  }

  private void addView(LocalNode node, List<String> lines) {
    Optional<JsonNode> view;
    try {
      view = network.ask(node);
    } catch (NetworkException e) {
      lines.add("  无法查询：" + e.getMessage());
      return;
    }
    view.ifPresent(answer -> lines.addAll(describe(answer)));
  }

  static List<String> describe(JsonNode view) {
    List<String> lines = new ArrayList<>();
    JsonNode version = view.path("version");
    if (version.isObject()) {
      lines.add(
          "  程序版本 %s，数据规范第 %d 版"
              .formatted(version.path("software").asText(), version.path("schema").asInt()));
    }
    JsonNode own = view.path("own");
    lines.add(
        "  本节点记录：产生 %d，已送出 %d，链头 %s"
            .formatted(
                own.path("produced").asLong(),
                own.path("confirmed").asLong(),
                shortHash(own.path("headHash").asText())));
    JsonNode parent = view.path("parent");
    if (parent.isObject()) {
      lines.add(
          "  上级 %s：%s，待送指令 %d，熔断 %s，待送记录 %d"
              .formatted(
                  parent.path("code").asText(),
                  connected(parent),
                  parent.path("commandBacklog").asLong(),
                  parent.path("circuit").asText("-"),
                  parent.path("publishBacklog").asLong()));
    }
    for (JsonNode child : view.path("children")) {
      lines.add(
          "  下级 %s：%s，待送指令 %d，熔断 %s"
              .formatted(
                  child.path("code").asText(),
                  connected(child),
                  child.path("commandBacklog").asLong(),
                  child.path("circuit").asText("-")));
    }
    for (JsonNode stream : view.path("streams")) {
      lines.add(
          "  数据流 %s %s：产生 %d，收到 %d，入库 %d，积压 %d，搁置 %d，时延 p50 %d ms p99 %d ms，链头%s"
              .formatted(
                  stream.path("origin").path("code").asText(),
                  stream.path("name").asText(),
                  stream.path("produced").asLong(),
                  stream.path("received").asLong(),
                  stream.path("applied").asLong(),
                  stream.path("backlog").asLong(),
                  stream.path("setAside").asLong(),
                  stream.path("lagMillis").path("p50").asLong(),
                  stream.path("lagMillis").path("p99").asLong(),
                  stream.path("headsAgree").asBoolean() ? "一致" : "不一致"));
    }
    return lines;
  }

  private static String running(OptionalLong pid) {
    return pid.isPresent() ? "运行中（进程 " + pid.getAsLong() + "）" : "未运行";
  }

  private static String connected(JsonNode neighbour) {
    return neighbour.path("connected").asBoolean() ? "已连接" : "未连接";
  }

  private static String shortHash(String hash) {
    return hash.isEmpty() ? "-" : hash.substring(0, Math.min(12, hash.length()));
  }
}
