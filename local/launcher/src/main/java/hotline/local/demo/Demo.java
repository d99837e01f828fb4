package hotline.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.local.csv.CsvAppeals;
import hotline.local.demo.appeal.Appeal;
import hotline.local.demo.appeal.AppealGenerator;
import hotline.local.demo.appeal.MessageAppeals;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.Json;
import hotline.local.demo.client.NodeAddress;
import hotline.local.demo.scenario.Act;
import hotline.local.demo.scenario.KnowledgeStock;
import hotline.local.demo.scenario.Scenario;
import hotline.local.demo.scenario.Tally;
import hotline.local.demo.summary.Report;
import hotline.local.demo.summary.Summary;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Shows a running network at work: brings appeals in, works them to the end, sums up. */
public final class Demo {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final List<HttpNode> nodes;
  private final Sources sources;
  private final DemoOptions options;
  private final Clock clock;
  private final PrintWriter out;

  /**
   * Checks what the options name; the nodes need not run yet.
   *
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when an option or a region alias is wrong, in Chinese
   * @throws hotline.local.csv.CsvFormatException when the messages are not a file of messages
   */
  public Demo(List<NodeAddress> nodes, DemoOptions options, Clock clock, PrintWriter out)
      throws IOException, InterruptedException {
    HttpClient http = HttpNode.client();
    ObjectMapper mapper = Json.mapper();
    this.nodes = nodes.stream().map(node -> new HttpNode(node, http, mapper)).toList();
    this.sources = new Sources(nodes, options);
    this.options = options;
    this.clock = clock;
    this.out = out;
    Path messages = options.messages();
    if (messages != null) {
      new CsvAppeals(messages).check();
    }
  }

  /**
   * Runs the demo once; what earlier runs left is worked to the end, too.
   *
   * @return the summary, also written to the report file if one was asked for
   * @throws ApiRefusal when a node cannot be used at all
   * @throws IOException when a node cannot be reached, or a file cannot be read or written
   */
  public Report run() throws ApiRefusal, IOException, InterruptedException {
    Tally tally = new Tally();
    Summary summary = new Summary(nodes, PATIENCE, clock, out);
    Map<String, Long> open;
    try (Scenario scenario =
        new Scenario(nodes, options.seed(), options.workers(), PATIENCE, clock, tally)) {
      out.println(sources.describe());
      int known = new KnowledgeStock(nodes.get(0)).fill();
      if (known > 0) {
        out.printf("%s 发布知识 %d 条，下发到各级%n", nodes.get(0).address().name(), known);
      }
      try (Progress progress = new Progress(out, tally, clock)) {
        submit(scenario);
        open = scenario.finish();
      }
    }
    printStory(tally);
    open.forEach((place, count) -> out.printf("  未办完：%s %d 件%n", place, count));
    Report report = summary.conclude(tally, open.isEmpty());
    Path file = options.report();
    if (file != null) {
      report.write(file);
      out.println("汇总已写入 " + file);
    }
    return report;
  }

  private void submit(Scenario scenario) throws IOException, InterruptedException {
    Path messages = options.messages();
    if (messages == null) {
      AppealGenerator generator =
          new AppealGenerator(
              options.seed(),
              sources.intakeNodes(),
              sources.regions(),
              clock.instant().atZone(ZONE).toOffsetDateTime());
      Integer tickets = options.tickets();
      int count = tickets == null ? DemoOptions.DEFAULT_TICKETS : tickets;
      for (Iterator<Appeal> i = generator.generate(count).iterator(); i.hasNext(); ) {
        scenario.submit(i.next());
      }
    } else {
      readMessages(messages, scenario);
    }
  }

  private void readMessages(Path messages, Scenario scenario)
      throws IOException, InterruptedException {
    MessageAppeals appeals = sources.messageAppeals();
    Integer tickets = options.tickets();
    CsvReport rows =
        new CsvReport(
            out,
            tickets == null ? Long.MAX_VALUE : tickets,
            message -> scenario.submit(appeals.appeal(message)));
    new CsvAppeals(messages).read(rows);
    out.printf("  读入 %d 条留言，坏行 %d%n", rows.taken(), rows.bad());
  }

  private void printStory(Tally tally) {
    out.println();
    out.println("演示中做了什么");
    StringBuilder line = new StringBuilder("  ");
    int onLine = 0;
    for (Act act : Act.values()) {
      if (tally.count(act) > 0) {
        line.append(act.label()).append(' ').append(tally.count(act)).append("  ");
        if (++onLine % 9 == 0) {
          line.append("\n  ");
        }
      }
    }
    out.println(line.toString().stripTrailing());
    long requests = nodes.stream().mapToLong(HttpNode::requests).sum();
    out.printf("  共 %,d 次 HTTP 请求%n", requests);
  }
}
