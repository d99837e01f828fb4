package hotline.local.demo;

import hotline.local.demo.client.NodeAddress;
import hotline.local.network.LocalNetwork;
import java.util.List;
import java.util.Locale;

/** The nodes of the network on this machine, as their users reach them. */
public final class NodeAddresses {

  private NodeAddresses() {}

  public static List<NodeAddress> of(LocalNetwork network) {
    return network.nodes().stream()
        .map(
            node ->
                new NodeAddress(
                    node.code(),
                    node.name(),
                    node.tier().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    node.parent(),
                    node.consoleUri(),
                    network.password()))
        .toList();
  }
}
