package hotline.sync.link;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.trust.Address;
import hotline.sync.trust.Certificates;
import hotline.sync.trust.EnrolmentRefusedException;
import hotline.sync.trust.EnrolmentToken;
import hotline.sync.trust.IdentityFolder;
import hotline.sync.trust.NodeIdentity;
import hotline.sync.trust.TokenPin;
import hotline.sync.trust.UntrustedException;
import hotline.v1.EnrolRequest;
import hotline.v1.EnrolResponse;
import hotline.v1.EnrolmentServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a node joins the tree: it asks its parent, which it knows by the token alone. */
public final class Enrolment {

  private static final long DEADLINE_SECONDS = 20;

  private final IdentityFolder folder;
  private final Clock clock;

  public Enrolment(IdentityFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Enrols this node and keeps its identity in the folder. May be repeated with the same token
   * after any failure: the key is kept, and the parent answers it again.
   *
   * @param printedToken as the parent printed it
   * @param parent where the parent's link server is
   * @param own where the parent will reach this node's link server
   * @throws IllegalArgumentException when the token is malformed
   * @throws EnrolmentRefusedException when the parent refuses, or is not the token's parent
   * @throws UncheckedIOException when the parent cannot be reached now
   */
  public NodeIdentity enrol(
      String printedToken, NodeCode self, String name, Address parent, Address own)
      throws EnrolmentRefusedException {
    EnrolmentToken token = EnrolmentToken.parse(printedToken);
    TokenPin pin = new TokenPin(token, clock);
    PinResult pinned = new PinResult(pin);
    ManagedChannel channel = TlsChannels.open(parent, null, pinned);
    try {
      EnrolResponse response =
          EnrolmentServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
              .enrol(
                  EnrolRequest.newBuilder()
                      .setToken(printedToken.strip())
                      .setNode(self.value())
                      .setName(name)
                      .setAddress(own.toString())
                      .setCertificateRequest(ByteString.copyFrom(folder.request(self)))
                      .build());
      List<X509Certificate> chain =
          Certificates.decode(
              response.getChainList().stream().map(ByteString::toByteArray).toList());
      pin.checkIssued(self, chain);
      return folder.store(chain);
    } catch (UntrustedException e) {
      throw new EnrolmentRefusedException(e.getMessage(), e);
    } catch (StatusRuntimeException e) {
      throw pinned.explain(e);
    } finally {
      channel.shutdownNow();
    }
  }

  /** Remembers why a server was not accepted: gRPC only says that it is unavailable. */
  private static final class PinResult implements ChainCheck {

    private final TokenPin pin;
    private volatile boolean mismatch;

    PinResult(TokenPin pin) {
      this.pin = pin;
    }

    @Override
    public void check(List<X509Certificate> chain) throws UntrustedException {
      try {
        pin.checkParent(chain);
      } catch (UntrustedException e) {
        mismatch = true;
        throw e;
      }
    }

    EnrolmentRefusedException explain(StatusRuntimeException failure) {
      if (mismatch) {
        return new EnrolmentRefusedException(
            "the server at the parent's address is not the node that gave out the token", failure);
      }
      if (failure.getStatus().getCode() == Status.Code.PERMISSION_DENIED) {
        return new EnrolmentRefusedException(failure.getStatus().getDescription(), failure);
      }
      throw new UncheckedIOException(
          new IOException("the parent cannot be reached: " + failure.getStatus(), failure));
    }
  }
}
