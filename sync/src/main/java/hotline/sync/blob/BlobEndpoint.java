package hotline.sync.blob;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.Threads;
import hotline.sync.link.PeerIdentity;
import hotline.sync.stream.ResponseWriter;
import hotline.v1.BlobServiceGrpc.BlobServiceImplBase;
import hotline.v1.FetchBlobRequest;
import hotline.v1.FetchBlobResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives neighbours the bytes that they ask for, in pieces, no faster than they read them. So many
 * at once; the rest are told to come back.
 */
public final class BlobEndpoint extends BlobServiceImplBase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BlobEndpoint.class);
  private static final int AT_ONCE = 8;
  private static final int PIECE = 128 * 1024;

  private final BlobSource source;
  private final ThreadPoolExecutor executor;

  public BlobEndpoint(BlobSource source) {
    this.source = source;
    this.executor =
        new ThreadPoolExecutor(
            0,
            AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Threads.named("blob-server"));
  }

  @Override
  public void fetch(FetchBlobRequest request, StreamObserver<FetchBlobResponse> responses) {
    NodeCode asker = PeerIdentity.current();
    ResponseWriter<FetchBlobResponse> out =
        new ResponseWriter<>((ServerCallStreamObserver<FetchBlobResponse>) responses);
    try {
      executor.execute(() -> answer(asker, request, responses, out));
    } catch (RejectedExecutionException e) {
      responses.onError(
          Status.UNAVAILABLE.withDescription("too many files at once, try again").asException());
    }
  }

  private void answer(
      NodeCode asker,
      FetchBlobRequest request,
      StreamObserver<FetchBlobResponse> responses,
      ResponseWriter<FetchBlobResponse> out) {
    try (InputStream in =
        source.open(asker, request.getReference(), request.getSha256().toByteArray())) {
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        if (!out.write(
            FetchBlobResponse.newBuilder().setChunk(ByteString.copyFrom(piece)).build())) {
          responses.onError(Status.CANCELLED.withDescription("nobody reads").asException());
          return;
        }
      }
      responses.onCompleted();
    } catch (BlobException e) {
      responses.onError(status(e.kind()).withDescription(e.getMessage()).asException());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      responses.onError(Status.UNAVAILABLE.withDescription("closing").asException());
    } catch (IOException | RuntimeException e) {
      log.warn("Cannot give {} what it asks for: {}", asker, e.toString());
      responses.onError(Status.UNAVAILABLE.withDescription("failed, try again").asException());
    }
  }

  private static Status status(BlobException.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> Status.NOT_FOUND;
      case AWAY -> Status.UNAVAILABLE;
      case DAMAGED -> Status.DATA_LOSS;
    };
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
