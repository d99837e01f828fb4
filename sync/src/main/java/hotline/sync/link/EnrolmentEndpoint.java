package hotline.sync.link;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.trust.Certificates;
import hotline.sync.trust.EnrolmentDesk;
import hotline.sync.trust.EnrolmentRefusedException;
import hotline.v1.EnrolRequest;
import hotline.v1.EnrolResponse;
import hotline.v1.EnrolmentServiceGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one service that is open to strangers: they need a token. */
final class EnrolmentEndpoint extends EnrolmentServiceGrpc.EnrolmentServiceImplBase {

  private static final Logger log = LoggerFactory.getLogger(EnrolmentEndpoint.class);

  /** Strangers must not keep the neighbours' calls from getting a thread. */
  private static final int AT_ONCE = 4;

  private final NodeCode self;
  private final EnrolmentDesk desk;
  private final Semaphore places = new Semaphore(AT_ONCE);

  EnrolmentEndpoint(NodeCode self, EnrolmentDesk desk) {
    this.self = self;
    this.desk = desk;
  }

  @Override
  public void enrol(EnrolRequest request, StreamObserver<EnrolResponse> response) {
    if (!places.tryAcquire()) {
      response.onError(Status.RESOURCE_EXHAUSTED.withDescription("try again").asRuntimeException());
      return;
    }
    try {
      answer(request, response);
    } finally {
      places.release();
    }
  }

  private void answer(EnrolRequest request, StreamObserver<EnrolResponse> response) {
    List<X509Certificate> chain;
    try {
      NodeCode child = NodeCode.of(request.getNode());
      chain =
          desk.enrol(
              request.getToken(),
              child,
              request.getAddress(),
              request.getCertificateRequest().toByteArray());
      log.info("Enrolled {} at {}", child, request.getAddress());
    } catch (IllegalArgumentException | EnrolmentRefusedException e) {
      log.warn("Refused an enrolment: {}", e.getMessage());
      response.onError(
          Status.PERMISSION_DENIED.withDescription(e.getMessage()).asRuntimeException());
      return;
    } catch (RuntimeException e) {
      log.error("Cannot enrol now", e);
      response.onError(Status.UNAVAILABLE.withDescription("try again").asRuntimeException());
      return;
    }
    response.onNext(
        EnrolResponse.newBuilder()
            .addAllChain(Certificates.encode(chain).stream().map(ByteString::copyFrom).toList())
            .setParent(self.value())
            .build());
    response.onCompleted();
  }
}
