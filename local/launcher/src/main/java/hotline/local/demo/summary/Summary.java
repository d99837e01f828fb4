package hotline.local.demo.summary;

import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.scenario.Act;
import hotline.local.demo.scenario.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Waits until every record of every node is at every node above it, then sums up what happened and
 * compares it with what the people of the demo did.
 */
public final class Summary {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final int LOOKS_PER_LINE = 6;

  private final Map<String, HttpNode> nodes = new HashMap<>();
  private final Observer observer;
  private final Clock clock;
  private final Duration patience;
  private final PrintWriter out;
  private final Map<String, NodeCounts> before = new HashMap<>();

  /**
   * Takes the counts from before the run, which an earlier run may have left.
   *
   * @param patience how long to wait without anything arriving before giving up
   */
  public Summary(Collection<HttpNode> nodes, Duration patience, Clock clock, PrintWriter out)
      throws ApiRefusal, IOException, InterruptedException {
    nodes.forEach(node -> this.nodes.put(node.code(), node));
    this.observer = new Observer(nodes);
    this.patience = patience;
    this.clock = clock;
    this.out = out;
    observer.counts().forEach(counts -> before.put(counts.code(), counts));
  }

  /**
   * Waits, prints the summary and returns it.
   *
   * @param workDone whether the people of the demo got everything done
   */
  public Report conclude(Tally tally, boolean workDone)
      throws ApiRefusal, IOException, InterruptedException {
    Observed seen = awaitComplete();
    print(seen);
    List<String> faults = new ArrayList<>();
    if (!workDone) {
      faults.add("尚有诉求没有办到归档或不予受理");
    }
    seen.missing().forEach(stream -> faults.add(describe(stream)));
    if (seen.setAside() > 0) {
      faults.add("有 %d 条记录无法应用，已搁置待处理".formatted(seen.setAside()));
    }
    faults.addAll(differences(seen, tally));
    for (String problem : tally.problemTexts()) {
      out.println("  异常：" + problem);
    }
    if (tally.problems() > 0) {
      faults.add("过程中出现 %d 次未预料的拒绝或错误".formatted(tally.problems()));
    }
    faults.forEach(fault -> out.println("  ✗ " + fault));
    if (faults.isEmpty()) {
      out.println("  ✓ 每个节点的每条记录都已到达其所有上级节点，链头一致，计数相符");
    }
    return new Report(faults.isEmpty(), seen.nodes(), seen.streams(), seen.lag(), story(tally));
  }

  private static Map<String, Long> story(Tally tally) {
    Map<String, Long> story = new LinkedHashMap<>();
    for (Act act : Act.values()) {
      story.put(act.key(), tally.count(act));
    }
    return story;
  }

  private Observed awaitComplete() throws ApiRefusal, IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Observed seen = observer.observe();
    long arrived = seen.arrived();
    long movedAt = clock.millis();
    for (int look = 1; !seen.complete(); look++) {
      if (clock.millis() - movedAt > patience.toMillis()) {
        return seen;
      }
      if (look % LOOKS_PER_LINE == 0) {
        seen.missing().forEach(stream -> out.println("  等待 " + describe(stream)));
      }
      if (never.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nothing counts this latch down");
      }
      seen = observer.observe();
      if (seen.arrived() != arrived) {
        arrived = seen.arrived();
        movedAt = clock.millis();
      }
    }
    return seen;
  }

  private void print(Observed seen) {
    out.println();
    out.println("各节点办理情况");
    Table perNode = new Table("节点", "受理", "不予受理", "派单", "接收", "签收", "答复", "办结", "归档");
    for (NodeCounts node : seen.nodes()) {
      perNode.row(
          name(node.code()),
          node.accepted(),
          node.refused(),
          node.dispatched(),
          node.received(),
          node.signedFor(),
          node.replied(),
          node.closed(),
          node.archived());
    }
    perNode.lines().forEach(line -> out.println("  " + line));
    out.println();
    out.println("记录汇聚情况");
    Table perStream = new Table("来源", "上级", "产生", "收到", "应用", "链头");
    for (StreamCounts stream : seen.streams()) {
      perStream.row(
          name(stream.origin()),
          name(stream.at()),
          stream.produced(),
          stream.received(),
          stream.applied(),
          stream.headsAgree() ? "一致" : "不一致");
    }
    perStream.lines().forEach(line -> out.println("  " + line));
    out.printf("%n从来源提交到省级可见的时延：中位数 %.0f 毫秒，99 分位 %.0f 毫秒%n%n", seen.lag().p50(), seen.lag().p99());
  }

  /** What the nodes count differently from what was done at their desks in this run. */
  private List<String> differences(Observed seen, Tally tally) {
    List<String> differences = new ArrayList<>();
    for (NodeCounts after : seen.nodes()) {
      compare(differences, tally, after, "受理", NodeCounts::accepted, Act.ACCEPTED);
      compare(differences, tally, after, "不予受理", NodeCounts::refused, Act.REFUSED);
      compare(differences, tally, after, "派单", NodeCounts::dispatched, Act.DISPATCHED);
      compare(differences, tally, after, "答复", NodeCounts::replied, Act.REPLIED);
      compare(differences, tally, after, "办结", NodeCounts::closed, Act.CLOSED);
      compare(differences, tally, after, "归档", NodeCounts::archived, Act.ARCHIVED);
    }
    return differences;
  }

  private void compare(
      List<String> differences,
      Tally tally,
      NodeCounts after,
      String what,
      ToLongFunction<NodeCounts> count,
      Act act) {
    NodeCounts earlier = before.get(after.code());
    long counted = count.applyAsLong(after) - (earlier == null ? 0 : count.applyAsLong(earlier));
    long done = tally.count(after.code(), act);
    if (counted != done) {
      differences.add(
          "%s 的“%s”计数 %d 与演示所做的 %d 不符".formatted(name(after.code()), what, counted, done));
    }
  }

  private String describe(StreamCounts stream) {
    return "%s 的记录在 %s：产生 %d，收到 %d，应用 %d，链头%s"
        .formatted(
            name(stream.origin()),
            name(stream.at()),
            stream.produced(),
            stream.received(),
            stream.applied(),
            stream.headsAgree() ? "一致" : "不一致");
  }

  private String name(String code) {
    HttpNode node = nodes.get(code);
    return node == null ? code : node.address().shortName();
  }
}
