package hotline.sync.link;

import hotline.sync.NodeCode;
import hotline.sync.trust.Address;
import hotline.sync.trust.NeighbourCheck;
import hotline.sync.trust.NodeIdentity;
import hotline.sync.trust.TreeStore;
import hotline.sync.trust.UntrustedException;
import io.grpc.Channel;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One channel for each neighbour, made when it is first asked for and made anew when the neighbour
 * has moved.
 */
final class TlsPeerChannels implements PeerChannels, AutoCloseable {

  private final NodeIdentity identity;
  private final TreeStore tree;
  private final NeighbourCheck neighbours;
  private final Optional<Address> parentAddress;
  private final Map<NodeCode, Open> channels = new ConcurrentHashMap<>();

  private record Open(Address address, ManagedChannel channel) {}

  TlsPeerChannels(
      NodeIdentity identity,
      TreeStore tree,
      NeighbourCheck neighbours,
      Optional<Address> parentAddress) {
    this.identity = identity;
    this.tree = tree;
    this.neighbours = neighbours;
    this.parentAddress = parentAddress;
  }

  @Override
  public Channel to(NodeCode peer) {
    Address address = addressOf(peer);
    Open open =
        channels.compute(
            peer,
            (code, current) -> {
              if (current != null && current.address().equals(address)) {
                return current;
              }
              if (current != null) {
                current.channel().shutdown();
              }
              return new Open(address, open(code, address));
            });
    if (open.channel().getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
      // who asks for the channel retries by a rhythm of its own; gRPC's would come on top of it
      open.channel().resetConnectBackoff();
    }
    return open.channel();
  }

  private Address addressOf(NodeCode peer) {
    if (identity.parent().filter(peer::equals).isPresent()) {
      return parentAddress.orElseThrow(
          () -> new IllegalArgumentException("no address configured for the parent " + peer));
    }
    return tree.addressOf(peer)
        .map(Address::parse)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is neither the parent nor a child of %s".formatted(peer, identity.code())));
  }

  private ManagedChannel open(NodeCode peer, Address address) {
    return TlsChannels.open(
        address,
        new IdentityKeyManager(identity),
        chain -> {
          NodeCode found = neighbours.check(chain);
          if (!found.equals(peer)) {
            throw new UntrustedException(
                "%s answers at %s:%d: expected %s"
                    .formatted(found, address.host(), address.port(), peer));
          }
        });
  }

  @Override
  public void close() {
    channels.values().forEach(open -> open.channel().shutdownNow());
    channels.clear();
  }
}
