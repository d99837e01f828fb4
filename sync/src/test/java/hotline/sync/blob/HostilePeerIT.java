package hotline.sync.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.testing.TestNode;
import hotline.v1.BlobServiceGrpc;
import hotline.v1.FetchBlobRequest;
import hotline.v1.FetchBlobResponse;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files between nodes of which one does not mean well, or is broken. */
class HostilePeerIT {

  private static final byte[] HASH = new byte[32];
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path temp;
  private TestNode province;

  @SuppressWarnings("NullAway.Init")
  private TestNode city;

  private final ByteArrayOutputStream got = new ByteArrayOutputStream();

  @BeforeEach
  void start() throws Exception {
    province = TestNode.root(temp, "620000");
  }

  @AfterEach
  void stop() {
    if (city != null) {
      city.close();
    }
    province.close();
  }

  @Test
  void aPeerThatSendsMoreThanThereIsIsNotListenedTo() throws Exception {
    AtomicBoolean hungUp = new AtomicBoolean();
    hostile(
        responses -> {
          responses.setOnCancelHandler(() -> hungUp.set(true));
          for (int i = 0; i < 10; i++) {
            responses.onNext(piece(1000));
          }
        });

    assertDamaged(2500, "sends more bytes");

    assertThat(got.size()).isLessThanOrEqualTo(2500);
    await().untilTrue(hungUp);
  }

  @Test
  void aPeerThatEndsTooSoonIsNotBelieved() throws Exception {
    hostile(
        responses -> {
          responses.onNext(piece(10));
          responses.onCompleted();
        });

    assertDamaged(2500, "sends 10 bytes");
  }

  @Test
  void aPeerThatSendsEmptyPiecesWithoutEndIsNotListenedTo() throws Exception {
    hostile(
        responses -> {
          for (int i = 0; i < 100; i++) {
            responses.onNext(piece(0));
          }
        });

    assertDamaged(2500, "piece by piece");
  }

  @Test
  void aPeerThatSendsNothingIsGivenUpAtTheDeadline() throws Exception {
    hostile(responses -> {});

    assertThatExceptionOfType(BlobException.class)
        .isThrownBy(() -> fetch(10))
        .withMessageContaining("DEADLINE_EXCEEDED")
        .matches(e -> e.kind() == BlobException.Kind.AWAY);
  }

  @Test
  void aPeerThatStopsHalfwayIsGivenUpAtTheDeadline() throws Exception {
    hostile(responses -> responses.onNext(piece(5)));

    assertThatExceptionOfType(BlobException.class)
        .isThrownBy(() -> fetch(10))
        .matches(e -> e.kind() == BlobException.Kind.AWAY);
  }

  @Test
  void anAnswerThatIsTooLongForOneMessageIsRefused() throws Exception {
    hostile(responses -> responses.onNext(piece(9 << 20)));

    assertThatExceptionOfType(BlobException.class)
        .isThrownBy(() -> fetch(20 << 20))
        .matches(e -> e.kind() == BlobException.Kind.AWAY);
    assertThat(got.size()).isZero();
  }

  /** The source decides who may have what; here by the certificate of the one who asks. */
  @Test
  void whoHasNoRightToAFileIsToldThatThereIsNone() throws Exception {
    List<NodeCode> askers = new CopyOnWriteArrayList<>();
    serve(
        (asker, reference, sha256) -> {
          askers.add(asker);
          throw new BlobException(BlobException.Kind.NOT_FOUND, "none for " + asker);
        },
        Duration.ofMinutes(1));

    assertThatExceptionOfType(BlobException.class)
        .isThrownBy(() -> fetch(10))
        .matches(e -> e.kind() == BlobException.Kind.NOT_FOUND);
    assertThat(askers).containsExactly(province.code());
  }

  @Test
  void aReaderThatDoesNotReadKeepsNobodyElseFromReading() throws Exception {
    serve((asker, reference, sha256) -> endless(), Duration.ofMillis(500));
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger givenUp = new AtomicInteger();

    for (int i = 0; i < 10; i++) {
      askAndReadNothing(
          status -> {
            if (status.getCode() == Status.Code.UNAVAILABLE) {
              refused.incrementAndGet();
            } else {
              givenUp.incrementAndGet();
            }
          });
    }

    await("more than four at once are told to come back").until(() -> refused.get() == 6);
    await("who reads slowly is given up, and its place is free again")
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              Iterator<FetchBlobResponse> pieces =
                  BlobServiceGrpc.newBlockingStub(province.link().channels().to(city.code()))
                      .withDeadlineAfter(5, TimeUnit.SECONDS)
                      .fetch(FetchBlobRequest.getDefaultInstance());
              assertThat(pieces.next().getChunk().isEmpty()).isFalse();
            });
  }

  private void askAndReadNothing(Consumer<Status> ended) {
    BlobServiceGrpc.newStub(province.link().channels().to(city.code()))
        .fetch(
            FetchBlobRequest.getDefaultInstance(),
            new ClientResponseObserver<FetchBlobRequest, FetchBlobResponse>() {
              @Override
              public void beforeStart(ClientCallStreamObserver<FetchBlobRequest> call) {
                call.disableAutoRequestWithInitial(1);
              }

              @Override
              public void onNext(FetchBlobResponse piece) {}

              @Override
              public void onError(Throwable error) {
                ended.accept(Status.fromThrowable(error));
              }

              @Override
              public void onCompleted() {}
            });
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 1;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return length;
      }
    };
  }

  private void assertDamaged(long size, String message) {
    assertThatExceptionOfType(BlobException.class)
        .isThrownBy(() -> fetch(size))
        .withMessageContaining(message)
        .matches(e -> e.kind() == BlobException.Kind.DAMAGED);
  }

  private void fetch(long size) throws Exception {
    new BlobFetcher(province.link().channels(), SHORT)
        .fetch(city.code(), "621000-file", HASH, size, got);
  }

  private void hostile(Consumer<ServerCallStreamObserver<FetchBlobResponse>> behaviour)
      throws Exception {
    begin(
        new BlobServiceGrpc.BlobServiceImplBase() {
          @Override
          public void fetch(FetchBlobRequest request, StreamObserver<FetchBlobResponse> responses) {
            behaviour.accept((ServerCallStreamObserver<FetchBlobResponse>) responses);
          }
        });
  }

  private void serve(BlobSource source, Duration patience) throws Exception {
    begin(new BlobEndpoint(source, patience, SHORT));
  }

  private void begin(BindableService service) throws Exception {
    province.start();
    city = TestNode.below(province, temp, "621000").start(service);
  }

  private static FetchBlobResponse piece(int bytes) {
    return FetchBlobResponse.newBuilder().setChunk(ByteString.copyFrom(new byte[bytes])).build();
  }
}
