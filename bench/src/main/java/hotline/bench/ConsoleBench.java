package hotline.bench;

import hotline.local.servers.MariaDbServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long lists, searches, tickets and desk counts take over HTTP when the database holds very
 * many tickets, each beside the bare SQL that it cannot do without.
 */
final class ConsoleBench {

  private static final int TIMES = Integer.getInteger("hotline.bench.times", 200);
  private static final Duration INDEXING_TIMEOUT = Duration.ofMinutes(30);
  private static final Pattern IDS = Pattern.compile("\"id\":\"([0-9]{6}-[0-9]{8}-[0-9]+)\"");
  private static final String SCHEMA = "console";
  private static final String NO_BROKER = "pulsar://127.0.0.1:1";

  private final Figures figures;
  private final int tickets;

  ConsoleBench(Figures figures, int tickets) {
    this.figures = figures;
    this.tickets = tickets;
  }

  void run() throws Exception {
    System.out.printf(
        "bench console: %,d tickets, 1 node, 1 MariaDB server with a buffer pool of 1 GB, one user"
            + " at a time, %d cores%n",
        tickets, Runtime.getRuntime().availableProcessors());
    try (ScratchFolder scratch = ScratchFolder.create();
        MariaDbServer database =
            MariaDbServer.start(
                MariaDbServer.Options.in(scratch.path().resolve("mariadb")).sized("1G", "1G"))) {
      database.createSchema(SCHEMA);
      Path folder = scratch.path();
      String password = UUID.randomUUID().toString();
      String template;
      try (RealNode node = RealNode.start(folder, database, SCHEMA, NO_BROKER, password)) {
        template = NodeCalls.signIn(node.port(), "huawu", password).register(1);
        NodeCalls.signIn(node.port(), "paidan", password).dispatch(template);
      }
      long began = System.nanoTime();
      new TicketLoader(database, SCHEMA, template, tickets).load(tickets);
      figures.add("load.seconds", since(began), "tickets and assignments written past the node");
      try (RealNode node = RealNode.start(folder, database, SCHEMA, NO_BROKER, password);
          Connection connection = database.connect(SCHEMA)) {
        measure(
            NodeCalls.signIn(node.port(), "duban", password),
            NodeCalls.signIn(node.port(), "huawu", password),
            NodeCalls.signIn(node.port(), "admin", password),
            new BareSql(connection));
      }
    }
  }

  private void measure(NodeCalls user, NodeCalls callTaker, NodeCalls admin, BareSql sql)
      throws Exception {
    // what was written past the node is in no feed: the index has to be built from the tables
    admin.post("/api/search/rebuild");
    long began = System.nanoTime();
    awaitIndex(user);
    figures.add("index.seconds", since(began), "search index built from the tables");
    String list = "/api/tickets?size=20";
    // the first series would otherwise pay for the compilation that all of them need
    Latencies.of(TIMES, i -> user.get(list));
    compare("list.newest", user, list, sql::newest);
    compare("list.page500", user, list + "&page=499", sql::page500);
    compare("list.open", user, list + "&state=IN_HANDLING&sort=oldest", sql::open);
    compare("list.overdue", user, list + "&overdue=true", sql::twenty);
    compare("list.filtered", user, list + "&category=REPORT&region=621022&unit=CGJ", sql::twenty);
    compare("search.words", user, list + "&sort=relevance&q=" + of("路灯不亮 南大街"), sql::twenty);
    compare("search.newest", user, list + "&q=" + of("供暖温度不够"), sql::twenty);
    compare("search.rare", user, list + "&q=" + of("解放路377号家属院 电梯"), sql::twenty);
    compare("ticket", user, "/api/tickets/" + first(user.get(list)), sql::ticket);
    compare("assignments.unit", user, "/api/assignments?unit=RSJ&state=IN_HANDLING", sql::unit);
    compare("desk", user, "/api/desk", sql::desk);
    compare("intake.check", () -> callTaker.check("九龙路工地夜里一直施工，噪音很大没法睡觉"), sql::twenty);
  }

  private void compare(String name, NodeCalls user, String path, Latencies.Step bare)
      throws Exception {
    compare(name, () -> user.get(path), bare);
  }

  private void compare(String name, Callable<String> call, Latencies.Step bare) throws Exception {
    if (!name.equals("desk") && !call.call().contains("\"id\":")) {
      throw new IOException("nothing was found by " + name);
    }
    Latencies http = Latencies.of(TIMES, i -> call.call());
    Latencies sql = Latencies.of(TIMES, bare);
    figures.add(name + ".p50", http.at(0.5), "ms");
    figures.add(name + ".p95", http.at(0.95), "ms");
    figures.add(name + ".p99", http.at(0.99), "ms");
    figures.add(name + ".sql", sql.at(0.5), "ms, p50 of the bare SQL");
    figures.add(name + ".ratio", http.at(0.5) / sql.at(0.5), "times the bare SQL, p50 to p50");
  }

  private static void awaitIndex(NodeCalls user) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + INDEXING_TIMEOUT.toNanos();
    while (System.nanoTime() < deadline) {
      String status = user.get("/api/search");
      if (status.contains("\"complete\":true") && status.contains("\"rebuilding\":false")) {
        return;
      }
      Thread.sleep(200);
    }
    throw new IOException("the index was not built in " + INDEXING_TIMEOUT);
  }

  private static String first(String list) throws IOException {
    Matcher id = IDS.matcher(list);
    if (!id.find()) {
      throw new IOException("no ticket in " + list);
    }
    return id.group(1);
  }

  private static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
