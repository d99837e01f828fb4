package hotline.sync.blob;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.link.PeerChannels;
import hotline.v1.BlobServiceGrpc;
import hotline.v1.FetchBlobRequest;
import hotline.v1.FetchBlobResponse;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** Fetches bytes from a neighbour. What comes is not believed: the caller checks the hash. */
public final class BlobFetcher {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A line that is slower than this is as good as none. */
  private static final long BYTES_PER_SECOND = 100_000;

  private final PeerChannels channels;
  private final Duration patience;

  public BlobFetcher(PeerChannels channels) {
    this(channels, PATIENCE);
  }

  BlobFetcher(PeerChannels channels, Duration patience) {
    this.channels = channels;
    this.patience = patience;
  }

  /**
   * Writes the bytes that a neighbour gives. It may take 20 seconds, and a second more for each 100
   * kB.
   *
   * @param size how many bytes there are; a neighbour that sends more is not listened to
   * @throws BlobException when the neighbour has none for us, is away, or sends another size
   */
  public void fetch(NodeCode neighbour, String reference, byte[] sha256, long size, OutputStream to)
      throws BlobException, IOException {
    FetchBlobRequest request =
        FetchBlobRequest.newBuilder()
            .setReference(reference)
            .setSha256(ByteString.copyFrom(sha256))
            .build();
    Context.CancellableContext call = Context.current().withCancellation();
    Context before = call.attach();
    try {
      Iterator<FetchBlobResponse> pieces =
          BlobServiceGrpc.newBlockingStub(channels.to(neighbour))
              .withDeadlineAfter(
                  patience.toMillis() + size * 1000 / BYTES_PER_SECOND, TimeUnit.MILLISECONDS)
              .fetch(request);
      long got = 0;
      while (got <= size && pieces.hasNext()) {
        ByteString piece = pieces.next().getChunk();
        if (piece.isEmpty()) {
          throw new BlobException(
              BlobException.Kind.DAMAGED,
              neighbour + " sends nothing piece by piece for " + reference);
        }
        got += piece.size();
        if (got <= size) {
          piece.writeTo(to);
        }
      }
      if (got != size) {
        throw new BlobException(
            BlobException.Kind.DAMAGED,
            "%s sends %s bytes of %s: expected %d"
                .formatted(neighbour, got > size ? "more" : got, reference, size));
      }
    } catch (StatusRuntimeException e) {
      throw new BlobException(
          kind(e), neighbour + " does not give " + reference + ": " + e.getStatus());
    } catch (IllegalArgumentException e) {
      throw new BlobException(BlobException.Kind.AWAY, String.valueOf(e.getMessage()));
    } finally {
      call.detach(before);
      call.cancel(null);
    }
  }

  private static BlobException.Kind kind(StatusRuntimeException refused) {
    return switch (refused.getStatus().getCode()) {
      case NOT_FOUND, PERMISSION_DENIED -> BlobException.Kind.NOT_FOUND;
      case DATA_LOSS -> BlobException.Kind.DAMAGED;
      default -> BlobException.Kind.AWAY;
    };
  }
}
