package hotline.sync.link;

import hotline.sync.NodeCode;
import hotline.sync.trust.Certificates;
import hotline.sync.trust.NeighbourCheck;
import hotline.sync.trust.UntrustedException;
import hotline.v1.EnrolmentServiceGrpc;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Lets only neighbours call, and says which one it is. The handshake has checked the chain; each
 * call checks again that the peer has not been revoked meanwhile. Enrolment alone is open.
 */
final class PeerInterceptor implements ServerInterceptor {

  private final NeighbourCheck neighbours;

  PeerInterceptor(NeighbourCheck neighbours) {
    this.neighbours = neighbours;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String service = call.getMethodDescriptor().getServiceName();
    if (EnrolmentServiceGrpc.SERVICE_NAME.equals(service)) {
      return next.startCall(call, headers);
    }
    Optional<X509Certificate> leaf = peerCertificate(call);
    if (leaf.isEmpty()) {
      return refuse(call, Status.UNAUTHENTICATED.withDescription("no client certificate"));
    }
    NodeCode peer;
    try {
      peer = Certificates.nodeOf(leaf.get());
    } catch (UntrustedException e) {
      return refuse(call, Status.UNAUTHENTICATED.withDescription(e.getMessage()));
    }
    if (!neighbours.isNeighbour(leaf.get())) {
      return refuse(
          call, Status.PERMISSION_DENIED.withDescription(peer + " is not a neighbour (any more)"));
    }
    return Contexts.interceptCall(
        Context.current().withValue(PeerIdentity.KEY, peer), call, headers, next);
  }

  private static Optional<X509Certificate> peerCertificate(ServerCall<?, ?> call) {
    SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
    if (session == null) {
      return Optional.empty();
    }
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate leaf
          ? Optional.of(leaf)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  private static <Q, A> ServerCall.Listener<Q> refuse(ServerCall<Q, A> call, Status status) {
    call.close(status, new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
