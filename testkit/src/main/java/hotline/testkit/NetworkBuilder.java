package hotline.testkit;

import hotline.node.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Says what a network is to be made of. */
public final class NetworkBuilder {

  private final List<NodeSpec> nodes = new ArrayList<>();
  private boolean processes;
  private boolean ownServers;
  private Clock clock = Clock.systemUTC();

  NetworkBuilder() {}

  /** A node without a parent. */
  public NetworkBuilder top(String code, String name, Tier tier) {
    nodes.add(new NodeSpec(code, name, tier, null, null, false, false));
    return this;
  }

  /** A node below one that was named before. */
  public NetworkBuilder below(String parent, String code, String name, Tier tier) {
    if (nodes.stream().noneMatch(node -> node.code().equals(parent))) {
      throw new IllegalArgumentException("parent " + parent + " given, expected one of " + nodes);
    }
    nodes.add(new NodeSpec(code, name, tier, parent, null, false, false));
    return this;
  }

  /** Province, city, district and sub-center, as the demo has them. */
  public NetworkBuilder qingyang() {
    return top("620000", "甘肃省12345政务服务便民热线", Tier.PROVINCE)
        .below("620000", "621000", "庆阳市12345政务服务便民热线", Tier.CITY)
        .below("621000", "621002", "西峰区12345政务服务便民热线", Tier.DISTRICT)
        .below("621000", "621000F01", "庆阳市12345热线人社分中心", Tier.SUB_CENTER);
  }

  /** The node that was named last works by this policy instead of the one of its profile. */
  public NetworkBuilder under(String policy) {
    NodeSpec last = nodes.remove(nodes.size() - 1);
    nodes.add(last.under(policy));
    return this;
  }

  /** The node that was named last only takes on what is dispatched to it (TOP-13). */
  public NetworkBuilder receiving() {
    nodes.add(nodes.remove(nodes.size() - 1).receiving());
    return this;
  }

  /** The parent of the node that was named last sees nothing of persons. */
  public NetworkBuilder masked() {
    nodes.add(nodes.remove(nodes.size() - 1).maskedUpward());
    return this;
  }

  /** The same for a node by its code. */
  public NetworkBuilder under(String code, String policy) {
    nodes.replaceAll(node -> node.code().equals(code) ? node.under(policy) : node);
    return this;
  }

  /** What all nodes take for the time; not with {@link #processes()}. */
  public NetworkBuilder clock(Clock shared) {
    clock = shared;
    return this;
  }

  /** Each node is a process, which can be killed; otherwise all run in this virtual machine. */
  public NetworkBuilder processes() {
    processes = true;
    return this;
  }

  /** A database and a broker of its own, which can be killed. */
  public NetworkBuilder ownServers() {
    ownServers = true;
    return this;
  }

  /** Starts everything, enrols the children at their parents, and waits until all nodes serve. */
  public Network start() {
    try {
      Path folder = Files.createTempDirectory("hotline-network-");
      Servers servers = ownServers ? Servers.own(folder) : Servers.shared();
      Network network = new Network(folder, servers, processes, clock);
      try {
        network.start(nodes);
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
      return network;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder", e);
    }
  }
}
