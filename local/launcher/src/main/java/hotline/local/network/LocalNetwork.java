package hotline.local.network;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.servers.DatabaseAddress;
import hotline.local.servers.FreePorts;
import hotline.local.servers.MariaDbServer;
import hotline.local.servers.PulsarServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A network of nodes on this machine with its database and its broker. Every part is a process of
 * its own that goes on when this program ends; whoever opens the same data folder finds it again.
 */
public final class LocalNetwork {
  private static final Duration NODE_STOP = Duration.ofSeconds(40);
  private static final Duration SERVER_STOP = Duration.ofSeconds(90);
  private static final String MARIADB = "mariadb";
  private static final String PULSAR = "pulsar";

  private final DataFolder data;
  private final Ports ports;
  private final Plan plan;
  private final MariaDbServer.Options mariaDbOptions;
  private final PulsarServer.Options pulsarOptions;
  private final NodePrograms programs;
  private final Map<String, Daemon> daemons = new LinkedHashMap<>();
  private final Lock oneAtATime = new ReentrantLock();
  private volatile boolean stopping;

  LocalNetwork(DataFolder data, Ports ports, ProgramSource source) {
    this.data = data;
    this.ports = ports;
    this.plan = Plan.qingyang(data, ports);
    this.programs = new NodePrograms(plan, data, "pulsar://127.0.0.1:" + ports.pulsar(), source);
    this.mariaDbOptions =
        MariaDbServer.Options.in(data.mariaDb()).sized("512M", "512M").onPort(ports.mariaDb());
    this.pulsarOptions =
        PulsarServer.Options.in(data.pulsar()).onPorts(ports.pulsar(), ports.pulsarHttp());
    addDaemons();
  }

  /**
   * Opens the network of a data folder, whether it runs, ran before or never did. Starts nothing.
   *
   * @param folder data folder; created by {@link #start}
   * @param portBase first of the ports to use; empty for those of the last start, else 12345
   * @throws NetworkException when the base makes no sense
   */
  public static LocalNetwork open(Path folder, OptionalInt portBase) {
    DataFolder data = new DataFolder(folder);
    OptionalInt kept = data.portBase();
    LocalNetwork network =
        new LocalNetwork(
            data,
            new Ports(portBase.orElse(kept.orElse(Ports.DEFAULT_BASE))),
            ProgramSource.ofProject());
    if (kept.isPresent() && kept.getAsInt() != network.ports.base() && network.isRunning()) {
      throw new NetworkException(
          "%s 中的网络正在端口 %d 起运行；换端口前请先运行 ./hotline down".formatted(data.root(), kept.getAsInt()));
    }
    return network;
  }

  /** The nodes, parents before children. */
  public List<LocalNode> nodes() {
    return plan.nodes();
  }

  /** The node of that code; {@link NetworkException} names those that there are. */
  public LocalNode node(String code) {
    return plan.node(code);
  }

  /** How the search index of a running node stands. */
  public SearchState search(String code) {
    return api(node(code)).search();
  }

  /** Has a running node build its search index anew; returns before that is done. */
  public SearchState rebuildSearch(String code) {
    return api(node(code)).rebuildSearch();
  }

  /** The password of the seeded users of every node. */
  public String password() {
    return data.usersPassword();
  }

  /** Where everything is kept. */
  public Path folder() {
    return data.root();
  }

  /** Whether anything of it runs. */
  public boolean isRunning() {
    return daemons.values().stream().anyMatch(Daemon::isRunning);
  }

  /** Whether all of it runs. */
  public boolean isComplete() {
    return daemons.values().stream().allMatch(Daemon::isRunning);
  }

  /** The id of the process of a node, of {@code mariadb} or of {@code pulsar}, if it runs. */
  public OptionalLong pid(String name) {
    return daemon(name).process().stream().mapToLong(ProcessHandle::pid).findFirst();
  }

  /** The log of a node, of {@code mariadb} or of {@code pulsar}. */
  public Path log(String name) {
    daemon(name);
    return data.log(name);
  }

  /**
   * Starts what does not run yet and returns when all of it serves. Children that their parent does
   * not know are enrolled.
   *
   * @param progress gets a line for people now and then
   * @throws NetworkException naming the port that is taken, or with the log of what did not start
   */
  public void start(Consumer<String> progress) {
    data.create();
    exclusively(
        () -> {
          checkPorts();
          data.keepPortBase(ports.base());
          DatabaseAddress root = startServers(progress);
          for (List<LocalNode> level : plan.levels()) {
            startLevel(level, root, progress);
          }
        });
  }

  /**
   * Stops everything, children before parents and the servers last, each when it has finished what
   * it does. Nothing that was accepted is lost. Does nothing when nothing runs. May be called while
   * another thread is in {@link #start}, which then fails.
   */
  public void stop(Consumer<String> progress) {
    if (!Files.isDirectory(data.root())) {
      return;
    }
    stopping = true;
    try {
      exclusively(() -> stopAll(progress));
    } finally {
      stopping = false;
    }
  }

  /**
   * Forgets everything that was kept; the network must not run.
   *
   * @throws NetworkException when it runs, or the folder holds something else
   */
  public void forget() {
    if (isRunning()) {
      throw new NetworkException("网络正在运行，不能清空数据；请先运行 ./hotline down");
    }
    data.delete();
  }

  /** What a running node says about itself; empty when it does not run. */
  Optional<JsonNode> ask(LocalNode node) {
    if (!daemon(node.code()).isRunning()) {
      return Optional.empty();
    }
    NodeApi api = api(node);
    return api.isUp() ? Optional.of(api.network()) : Optional.empty();
  }

  private void addDaemons() {
    Path pulsarReady = PulsarServer.readyFile(pulsarOptions);
    daemons.put(MARIADB, newDaemon(MARIADB, "数据库 MariaDB", SERVER_STOP, () -> mariaDb().answers()));
    daemons.put(
        PULSAR, newDaemon(PULSAR, "消息系统 Pulsar", SERVER_STOP, () -> Files.exists(pulsarReady)));
    for (LocalNode node : plan.nodes()) {
      daemons.put(
          node.code(),
          newDaemon(
              node.code(),
              "节点 " + node.code() + " " + node.name(),
              NODE_STOP,
              () -> api(node).isUp()));
    }
  }

  private Daemon newDaemon(String name, String title, Duration stop, BooleanSupplier ready) {
    return new Daemon(
        title,
        data.pidFile(name),
        data.log(name),
        stop,
        () -> {
          checkNotStopping();
          return ready.getAsBoolean();
        });
  }

  private Daemon daemon(String name) {
    Daemon daemon = daemons.get(name);
    if (daemon == null) {
      throw new NetworkException("没有 %s；现有 %s".formatted(name, daemons.keySet()));
    }
    return daemon;
  }

  private NodeApi api(LocalNode node) {
    return new NodeApi(node.consoleUri(), data.usersPassword());
  }

  private DatabaseAddress mariaDb() {
    try {
      return MariaDbServer.address(mariaDbOptions);
    } catch (IOException e) {
      throw new NetworkException("数据库密码无法读写：" + e.getMessage(), e);
    }
  }

  private DatabaseAddress startServers(Consumer<String> progress) {
    DatabaseAddress root = mariaDb();
    Daemon mariaDb = daemon(MARIADB);
    Daemon pulsar = daemon(PULSAR);
    if (!mariaDb.isRunning()) {
      progress.accept("启动数据库 MariaDB（127.0.0.1:%d）".formatted(ports.mariaDb()));
      mariaDb.start(MariaDbServer.program(mariaDbOptions, root));
    }
    if (!pulsar.isRunning()) {
      progress.accept("启动消息系统 Pulsar（127.0.0.1:%d）".formatted(ports.pulsar()));
      deleteIfExists(PulsarServer.readyFile(pulsarOptions));
      pulsar.start(PulsarServer.program(pulsarOptions));
    }
    mariaDb.awaitReady();
    pulsar.awaitReady();
    return root;
  }

  private void startLevel(List<LocalNode> level, DatabaseAddress root, Consumer<String> progress) {
    for (LocalNode node : level) {
      checkNotStopping();
      if (!daemon(node.code()).isRunning()) {
        progress.accept(
            "启动%s节点 %s %s（%s）"
                .formatted(node.tier().label(), node.code(), node.name(), node.consoleUri()));
        daemon(node.code()).start(programs.program(node, database(node, root), token(node)));
      }
    }
    for (LocalNode node : level) {
      daemon(node.code()).awaitReady();
      markEnrolled(node);
    }
  }

  private DatabaseAddress database(LocalNode node, DatabaseAddress root) {
    DatabaseAddress account =
        new DatabaseAddress(root.port(), "node_" + node.code(), data.databasePassword(node.code()));
    root.createSchema(NodePrograms.schema(node));
    root.grant(NodePrograms.schema(node), account);
    return account;
  }

  private @Nullable String token(LocalNode node) {
    String parent = node.parent();
    if (parent == null || Files.exists(data.enrolledMark(node.code()))) {
      return null;
    }
    try {
      return api(plan.node(parent)).enrol(node);
    } catch (NetworkException e) {
      throw new NetworkException(
          "节点 %s 无法在上级 %s 登记：%s".formatted(node.code(), parent, e.getMessage()), e);
    }
  }

  private void markEnrolled(LocalNode node) {
    try {
      if (node.parent() != null && !Files.exists(data.enrolledMark(node.code()))) {
        Files.createFile(data.enrolledMark(node.code()));
      }
    } catch (IOException e) {
      throw new NetworkException("%s 无法写入".formatted(data.enrolledMark(node.code())), e);
    }
  }

  private void stopAll(Consumer<String> progress) {
    List<List<LocalNode>> levels = new ArrayList<>(plan.levels());
    Collections.reverse(levels);
    for (List<LocalNode> level : levels) {
      stop(level.stream().map(LocalNode::code).toList(), progress);
    }
    stop(List.of(PULSAR), progress);
    stop(List.of(MARIADB), progress);
  }

  private void stop(List<String> names, Consumer<String> progress) {
    for (String name : names) {
      if (daemon(name).isRunning()) {
        progress.accept("停止 " + name);
        daemon(name).requestStop();
      }
    }
    for (String name : names) {
      if (!daemon(name).awaitStopped()) {
        progress.accept("%s 没有按时结束，已强制终止；日志 %s".formatted(name, data.log(name)));
      }
    }
  }

  private void checkPorts() {
    checkPort(MARIADB, "数据库", ports.mariaDb());
    checkPort(PULSAR, "消息系统", ports.pulsar());
    checkPort(PULSAR, "消息系统管理接口", ports.pulsarHttp());
    for (LocalNode node : plan.nodes()) {
      checkPort(node.code(), node.name() + "控制台", node.httpPort());
      checkPort(node.code(), node.name() + "节点互联", node.grpcPort());
    }
  }

  private void checkPort(String daemon, String use, int port) {
    if (!daemon(daemon).isRunning() && !FreePorts.isFree(port)) {
      throw new NetworkException(
          "端口 %d（%s）已被别的程序占用；可用 --port-base N 换一组端口，例如 --port-base %d"
              .formatted(port, use, ports.base() < 30_000 ? ports.base() + 10_000 : 12_345));
    }
  }

  private void checkNotStopping() {
    if (stopping) {
      throw new NetworkException("启动被中断");
    }
  }

  /** Two launchers on one folder would start everything twice. */
  private void exclusively(Runnable work) {
    oneAtATime.lock();
    try (FileChannel channel =
            FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held == null) {
        throw new NetworkException("另一个 ./hotline 正在启动或停止 %s 中的网络".formatted(data.root()));
      }
      work.run();
    } catch (IOException e) {
      throw new NetworkException("%s 无法加锁：%s".formatted(data.lock(), e.getMessage()), e);
    } finally {
      oneAtATime.unlock();
    }
  }

  private static void deleteIfExists(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new NetworkException("%s 无法删除：%s".formatted(file, e.getMessage()), e);
    }
  }
}
