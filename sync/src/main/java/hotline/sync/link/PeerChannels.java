package hotline.sync.link;

import hotline.sync.NodeCode;
import io.grpc.Channel;

/** Channels to neighbour nodes, kept open and reconnected by themselves. */
public interface PeerChannels {

  /**
   * The channel to a neighbour; calls on it need a deadline of their own.
   *
   * @throws IllegalArgumentException when {@code peer} is neither the parent nor a child of this
   *     node
   */
  Channel to(NodeCode peer);
}
