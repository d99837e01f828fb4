package hotline.sync.link;

import hotline.sync.trust.Address;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/** Opens channels that check the server by its certificate chain. */
final class TlsChannels {

  private TlsChannels() {}

  /**
   * @param key what to present; null for a node that has nothing yet
   */
  static ManagedChannel open(Address address, @Nullable KeyManager key, ChainCheck check) {
    TlsChannelCredentials.Builder credentials =
        TlsChannelCredentials.newBuilder().trustManager(new PeerTrustManager(check));
    if (key != null) {
      credentials.keyManager(key);
    }
    return NettyChannelBuilder.forAddress(address.host(), address.port(), credentials.build())
        .maxInboundMessageSize(LinkLimits.MESSAGE_BYTES)
        .maxInboundMetadataSize(LinkLimits.METADATA_BYTES)
        .keepAliveTime(LinkLimits.KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS)
        .keepAliveTimeout(LinkLimits.KEEP_ALIVE_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
        .keepAliveWithoutCalls(true)
        // exactly one layer retries, and it is the caller
        .disableRetry()
        .build();
  }
}
