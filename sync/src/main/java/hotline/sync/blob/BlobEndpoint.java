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
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives neighbours the bytes that they ask for, in pieces, no faster than they read them. So many
 * at once, and so many to one neighbour, so that none keeps the others from theirs; the rest are
 * told to come back. Who reads too slowly is given up.
 */
public final class BlobEndpoint extends BlobServiceImplBase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BlobEndpoint.class);
  private static final int AT_ONCE = 16;
  private static final int TO_ONE = 4;

  /** More than a fetcher waits for the largest file. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final int PIECE = 128 * 1024;

  private final BlobSource source;
  private final Duration patience;
  private final Duration silence;
  private final ThreadPoolExecutor executor;
  private final Map<NodeCode, Semaphore> turns = new ConcurrentHashMap<>();

  public BlobEndpoint(BlobSource source) {
    this(source, PATIENCE, SILENCE);
  }

  /**
   * With limits of its own.
   *
   * @param patience how long a file may take in all
   * @param silence how long a neighbour may read nothing
   */
  BlobEndpoint(BlobSource source, Duration patience, Duration silence) {
    this.source = source;
    this.patience = patience;
    this.silence = silence;
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
        new ResponseWriter<>((ServerCallStreamObserver<FetchBlobResponse>) responses, silence);
    Semaphore turn = turns.computeIfAbsent(asker, key -> new Semaphore(TO_ONE));
    if (!turn.tryAcquire()) {
      refuse(responses);
      return;
    }
    try {
      executor.execute(
          () -> {
            try {
              answer(asker, request, responses, out);
            } finally {
              turn.release();
            }
          });
    } catch (RejectedExecutionException e) {
      turn.release();
      refuse(responses);
    }
  }

  private static void refuse(StreamObserver<?> responses) {
    responses.onError(
        Status.UNAVAILABLE.withDescription("too many files at once, try again").asException());
  }

  private void answer(
      NodeCode asker,
      FetchBlobRequest request,
      StreamObserver<FetchBlobResponse> responses,
      ResponseWriter<FetchBlobResponse> out) {
    long started = System.nanoTime();
    try (InputStream in =
        source.open(asker, request.getReference(), request.getSha256().toByteArray())) {
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        if (!out.write(
            FetchBlobResponse.newBuilder().setChunk(ByteString.copyFrom(piece)).build())) {
          responses.onError(Status.CANCELLED.withDescription("nobody reads").asException());
          return;
        }
        if (System.nanoTime() - started > patience.toNanos()) {
          responses.onError(
              Status.DEADLINE_EXCEEDED.withDescription("read too slowly").asException());
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
