package hotline.sync.link;

import hotline.sync.Threads;
import hotline.sync.trust.Address;
import hotline.sync.trust.NeighbourCheck;
import hotline.sync.trust.NodeIdentity;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The gRPC server that a node's neighbours call: mutual TLS, one identity check, limits. */
final class LinkServer implements AutoCloseable {

  private static final long STOP_SECONDS = 5;

  private final Server server;
  private final ExecutorService executor;

  LinkServer(
      Address listen,
      NodeIdentity identity,
      NeighbourCheck neighbours,
      List<BindableService> services) {
    this.executor = Threads.pool("link-server", LinkLimits.SERVER_THREADS);
    ServerCredentials credentials =
        TlsServerCredentials.newBuilder()
            .keyManager(new IdentityKeyManager(identity))
            .trustManager(new PeerTrustManager(neighbours::check))
            // the interceptor demands it: a node that enrols has none yet
            .clientAuth(TlsServerCredentials.ClientAuth.OPTIONAL)
            .build();
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
                new InetSocketAddress(listen.host(), listen.port()), credentials)
            .executor(executor)
            .intercept(new PeerInterceptor(neighbours))
            .maxInboundMessageSize(LinkLimits.MESSAGE_BYTES)
            .maxInboundMetadataSize(LinkLimits.METADATA_BYTES)
            .maxConcurrentCallsPerConnection(LinkLimits.CALLS_PER_CONNECTION)
            .handshakeTimeout(LinkLimits.HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS)
            .permitKeepAliveTime(LinkLimits.KEEP_ALIVE.toMillis() / 2, TimeUnit.MILLISECONDS)
            .permitKeepAliveWithoutCalls(true)
            .keepAliveTime(LinkLimits.KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS)
            .keepAliveTimeout(LinkLimits.KEEP_ALIVE_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
            .maxConnectionAge(LinkLimits.CONNECTION_AGE.toMillis(), TimeUnit.MILLISECONDS)
            .maxConnectionAgeGrace(
                LinkLimits.CONNECTION_AGE_GRACE.toMillis(), TimeUnit.MILLISECONDS);
    services.forEach(builder::addService);
    this.server = builder.build();
  }

  void start() {
    try {
      server.start();
    } catch (IOException e) {
      executor.shutdown();
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  int port() {
    return server.getPort();
  }

  /** Ends the calls that are under way, at once: their callers repeat them. */
  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    executor.shutdownNow();
  }
}
