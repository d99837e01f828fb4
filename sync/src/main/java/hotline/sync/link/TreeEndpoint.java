package hotline.sync.link;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.trust.NodeReports;
import hotline.sync.trust.NodeVersion;
import hotline.sync.trust.SigningCertificates;
import hotline.sync.trust.TreeStore;
import hotline.v1.AnnounceRequest;
import hotline.v1.AnnounceResponse;
import hotline.v1.GetSigningCertificateRequest;
import hotline.v1.GetSigningCertificateResponse;
import hotline.v1.TreeServiceGrpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers neighbours' questions about the tree. */
final class TreeEndpoint extends TreeServiceGrpc.TreeServiceImplBase {

  private static final Logger log = LoggerFactory.getLogger(TreeEndpoint.class);

  private final TreeStore tree;
  private final NodeReports reports;
  private final NodeVersion own;
  private final SigningCertificates certificates;
  private final Clock clock;

  TreeEndpoint(
      TreeStore tree,
      NodeReports reports,
      NodeVersion own,
      SigningCertificates certificates,
      Clock clock) {
    this.tree = tree;
    this.reports = reports;
    this.own = own;
    this.certificates = certificates;
    this.clock = clock;
  }

  @Override
  public void announce(AnnounceRequest request, StreamObserver<AnnounceResponse> response) {
    NodeCode peer = PeerIdentity.current();
    if (!tree.children().contains(peer)) {
      response.onError(
          Status.PERMISSION_DENIED
              .withDescription(peer + " announces itself: expected a child")
              .asRuntimeException());
      return;
    }
    answer(
        response,
        () -> {
          tree.announce(peer, request.getAddress());
          reports.heard(
              peer,
              ReportWire.version(request.hasVersion(), request.getVersion()),
              ReportWire.reports(request.getBelowList(), peer, clock.instant()));
          return AnnounceResponse.newBuilder().setVersion(ReportWire.toProto(own)).build();
        });
  }

  @Override
  public void getSigningCertificate(
      GetSigningCertificateRequest request,
      StreamObserver<GetSigningCertificateResponse> response) {
    answer(
        response,
        () -> {
          Optional<List<byte[]>> chain =
              certificates.find(NodeCode.of(request.getNode()), request.getKeyId());
          return GetSigningCertificateResponse.newBuilder()
              .addAllChain(
                  chain
                      .orElseThrow(
                          () ->
                              Status.NOT_FOUND
                                  .withDescription("no such key known of " + request.getNode())
                                  .asRuntimeException())
                      .stream()
                      .map(ByteString::copyFrom)
                      .toList())
              .build();
        });
  }

  private static <A> void answer(StreamObserver<A> response, Supplier<A> answer) {
    A given;
    try {
      given = answer.get();
    } catch (StatusRuntimeException e) {
      response.onError(e);
      return;
    } catch (IllegalArgumentException e) {
      response.onError(
          Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
      return;
    } catch (RuntimeException e) {
      log.warn("Cannot answer a neighbour now: {}", e.toString());
      response.onError(Status.UNAVAILABLE.withDescription("try again").asRuntimeException());
      return;
    }
    response.onNext(given);
    response.onCompleted();
  }
}
