package hotline.sync.link;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.trust.RemoteCertificates;
import hotline.v1.GetSigningCertificateRequest;
import hotline.v1.GetSigningCertificateResponse;
import hotline.v1.TreeServiceGrpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks neighbours for certificates over gRPC. */
final class GrpcCertificates implements RemoteCertificates {

  private static final long DEADLINE_SECONDS = 5;

  private final PeerChannels channels;

  GrpcCertificates(PeerChannels channels) {
    this.channels = channels;
  }

  @Override
  public Optional<List<byte[]>> ask(NodeCode neighbour, NodeCode node, String keyId) {
    try {
      GetSigningCertificateResponse response =
          TreeServiceGrpc.newBlockingStub(channels.to(neighbour))
              .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
              .getSigningCertificate(
                  GetSigningCertificateRequest.newBuilder()
                      .setNode(node.value())
                      .setKeyId(keyId)
                      .build());
      return Optional.of(response.getChainList().stream().map(ByteString::toByteArray).toList());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw new UncheckedIOException(
          new IOException("%s did not answer: %s".formatted(neighbour, e.getStatus()), e));
    }
  }
}
