package hotline.sync.link;

import hotline.sync.NodeCode;
import io.grpc.Context;

/**
 * Who is calling: the identity in the peer's certificate, put into the context of every call by the
 * link server.
 */
public final class PeerIdentity {

  public static final Context.Key<NodeCode> KEY = Context.key("hotline-peer");

  private PeerIdentity() {}

  /**
   * The caller's code.
   *
   * @throws IllegalStateException outside a call on the link server
   */
  public static NodeCode current() {
    NodeCode peer = KEY.get();
    if (peer == null) {
      throw new IllegalStateException("no peer identity: not inside a call on the link server");
    }
    return peer;
  }
}
