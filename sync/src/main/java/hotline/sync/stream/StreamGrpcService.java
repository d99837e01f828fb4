package hotline.sync.stream;

import com.google.protobuf.ByteString;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.link.PeerIdentity;
import hotline.sync.trust.BatchSigner;
import hotline.sync.trust.Tree;
import hotline.v1.FetchRequest;
import hotline.v1.FetchResponse;
import hotline.v1.GetHeadsRequest;
import hotline.v1.GetHeadsResponse;
import hotline.v1.SettledPosition;
import hotline.v1.SignedBatch;
import hotline.v1.StreamHead;
import hotline.v1.StreamServiceGrpc.StreamServiceImplBase;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What neighbours may ask about the streams that they get from this node. */
final class StreamGrpcService extends StreamServiceImplBase {

  private static final Logger log = LoggerFactory.getLogger(StreamGrpcService.class);

  private final Tree tree;
  private final Transactions transactions;
  private final JournalStore journal;
  private final ReceivedStore received;
  private final BatchSigner signer;
  private final RefillSource refills;
  private final StreamRights rights;
  private final LinkScope scope;
  private final Clock clock;
  private final ExecutorService executor;
  private final SettledStore settled = new SettledStore();

  StreamGrpcService(
      Tree tree,
      Transactions transactions,
      JournalStore journal,
      ReceivedStore received,
      BatchSigner signer,
      RefillSource refills,
      StreamRights rights,
      LinkScope scope,
      Clock clock,
      ExecutorService executor) {
    this.tree = tree;
    this.transactions = transactions;
    this.journal = journal;
    this.received = received;
    this.signer = signer;
    this.refills = refills;
    this.rights = rights;
    this.scope = scope;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public void fetch(FetchRequest request, StreamObserver<FetchResponse> responses) {
    NodeCode caller = PeerIdentity.current();
    if (refusedStranger(caller, responses)) {
      return;
    }
    ResponseWriter<FetchResponse> out =
        new ResponseWriter<>((ServerCallStreamObserver<FetchResponse>) responses);
    run(
        responses,
        () -> {
          StreamId stream = new StreamId(NodeCode.of(request.getOrigin()), request.getStream());
          if (!rights.mayHave(caller, stream)) {
            throw Status.NOT_FOUND
                .withDescription(tree.self() + " has no " + stream + " for " + caller)
                .asException();
          }
          refills.serve(request, rights.isParent(caller) ? scope : LinkScope.FULL, out);
        });
  }

  @Override
  public void getHeads(GetHeadsRequest request, StreamObserver<GetHeadsResponse> responses) {
    NodeCode caller = PeerIdentity.current();
    if (!refusedStranger(caller, responses)) {
      run(
          responses,
          () -> {
            if (rights.isParent(caller)) {
              noteSettled(request);
            }
            responses.onNext(heads(caller));
          });
    }
  }

  /** Only of what comes from here or through here: the parent knows nothing else from us. */
  private void noteSettled(GetHeadsRequest request) throws SQLException {
    transactions.<SQLException>run(
        tx -> {
          for (SettledPosition said : request.getSettledList()) {
            StreamId stream = new StreamId(NodeCode.of(said.getOrigin()), said.getStream());
            if (rights.mayHave(tree.parent().orElseThrow(), stream)) {
              settled.note(tx, stream, said.getPosition());
            }
          }
        });
  }

  private GetHeadsResponse heads(NodeCode caller) throws Exception {
    GetHeadsResponse.Builder response = GetHeadsResponse.newBuilder();
    Map<String, StreamPoint> own =
        transactions.<Map<String, StreamPoint>, SQLException>call(journal::heads);
    for (Map.Entry<String, StreamPoint> entry : own.entrySet()) {
      StreamId stream = new StreamId(tree.self(), entry.getKey());
      if (!rights.mayHave(caller, stream)) {
        continue;
      }
      response.addHeads(head(stream, entry.getValue()));
      response.addStatements(
          SignedBatch.parseFrom(
              OwnBatches.state(stream, entry.getValue(), signer, Micros.of(clock.instant()))));
    }
    for (ReceivedStore.Position position :
        transactions.<List<ReceivedStore.Position>, SQLException>call(received::positions)) {
      if (!rights.mayHave(caller, position.stream())) {
        continue;
      }
      response.addHeads(head(position.stream(), position.applied()));
      if (position.statement().length > 0) {
        response.addStatements(SignedBatch.parseFrom(position.statement()));
      }
    }
    return response.build();
  }

  private static StreamHead head(StreamId stream, StreamPoint point) {
    return StreamHead.newBuilder()
        .setOrigin(stream.origin().value())
        .setStream(stream.name())
        .setPosition(point.position())
        .setHash(ByteString.copyFrom(point.hash()))
        .setAppendedAtMicros(point.appendedAtMicros())
        .build();
  }

  private boolean refusedStranger(NodeCode caller, StreamObserver<?> responses) {
    if (rights.isParent(caller) || tree.children().contains(caller)) {
      return false;
    }
    responses.onError(
        Status.PERMISSION_DENIED
            .withDescription(caller + " is neither the parent nor a child of " + tree.self())
            .asException());
    return true;
  }

  private void run(StreamObserver<?> responses, Answer answer) {
    try {
      executor.execute(
          () -> {
            try {
              answer.give();
              responses.onCompleted();
            } catch (StatusException | StatusRuntimeException e) {
              responses.onError(e);
            } catch (IllegalArgumentException e) {
              responses.onError(
                  Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asException());
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
              responses.onError(Status.UNAVAILABLE.withDescription("closing").asException());
            } catch (Exception e) {
              log.warn("a stream call failed: {}", Worker.describe(e));
              responses.onError(
                  Status.UNAVAILABLE.withDescription("failed, try again").asException());
            }
          });
    } catch (RejectedExecutionException e) {
      responses.onError(
          executor.isShutdown()
              ? Status.UNAVAILABLE.withDescription("closing").asException()
              : Status.RESOURCE_EXHAUSTED.withDescription("too many calls at once").asException());
    }
  }

  /** Produces the responses of one call. */
  private interface Answer {
    void give() throws Exception;
  }
}
