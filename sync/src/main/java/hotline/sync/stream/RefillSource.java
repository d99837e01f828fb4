package hotline.sync.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.link.PeerChannels;
import hotline.sync.trust.BatchSigner;
import hotline.sync.trust.Tree;
import hotline.v1.FetchRequest;
import hotline.v1.FetchResponse;
import hotline.v1.SignedBatch;
import hotline.v1.StreamServiceGrpc;
import io.grpc.Status;
import io.grpc.StatusException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Serves ranges of streams: this node's own from its journal, others from its archive if that has
 * them whole, and else by asking on towards the origin.
 */
final class RefillSource {

  private static final int READ_BYTES = 256 * 1024;
  private static final int READ_ROWS = 200;
  private static final Duration PASS_ON = Duration.ofSeconds(60);

  private final Tree tree;
  private final Transactions transactions;
  private final JournalStore journal;
  private final ReceivedStore received;
  private final BatchSigner signer;
  private final PeerChannels channels;
  private final StreamRights rights;
  private final Clock clock;
  private final PruneStore prunes = new PruneStore();

  RefillSource(
      Tree tree,
      Transactions transactions,
      JournalStore journal,
      ReceivedStore received,
      BatchSigner signer,
      PeerChannels channels,
      StreamRights rights,
      Clock clock) {
    this.tree = tree;
    this.transactions = transactions;
    this.journal = journal;
    this.received = received;
    this.signer = signer;
    this.channels = channels;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * Writes batches that cover the range, in order; they may begin before and end behind it.
   *
   * @param scope what the asker may see
   * @throws StatusException OUT_OF_RANGE or NOT_FOUND, as the service promises
   */
  void serve(FetchRequest request, LinkScope scope, ResponseWriter<FetchResponse> out)
      throws Exception {
    StreamId stream = new StreamId(NodeCode.of(request.getOrigin()), request.getStream());
    long from = request.getFromPosition();
    long to = request.getToPosition();
    if (from < 1 || to < from) {
      throw new IllegalArgumentException(
          "positions " + from + " to " + to + ": expected 1 <= from <= to");
    }
    if (stream.origin().equals(tree.self())) {
      serveOwn(stream, from, to, scope, out);
      return;
    }
    NodeCode nearer =
        rights
            .towards(stream)
            .orElseThrow(
                () ->
                    Status.NOT_FOUND
                        .withDescription(stream + " does not come through " + tree.self())
                        .asException());
    long applied = transactions.<Long, SQLException>call(tx -> received.position(tx, stream));
    long pruned =
        transactions.<Long, SQLException>call(tx -> prunes.prunedUpTo(tx, stream).position());
    if (applied >= to && from > pruned) {
      serveArchived(stream, from, to, scope, out);
    } else {
      passOn(nearer, request, scope, out);
    }
  }

  private void serveOwn(
      StreamId stream, long from, long to, LinkScope scope, ResponseWriter<FetchResponse> out)
      throws Exception {
    Map<String, StreamPoint> heads =
        transactions.<Map<String, StreamPoint>, SQLException>call(journal::heads);
    long head = heads.getOrDefault(stream.name(), StreamPoint.start()).position();
    if (to > head) {
      throw Status.OUT_OF_RANGE
          .withDescription(stream + " goes to " + head + ", asked for " + to)
          .asException();
    }
    for (long next = from; next <= to; ) {
      long position = next;
      List<SequencedBatch> batches =
          transactions.<List<SequencedBatch>, SQLException>call(
              tx -> journal.batchesFrom(tx, stream.name(), position, READ_BYTES));
      if (!batches.isEmpty() && batches.get(0).firstPosition() > position) {
        throw Status.OUT_OF_RANGE
            .withDescription(
                stream
                    + " is kept from "
                    + batches.get(0).firstPosition()
                    + " on, asked for "
                    + position)
            .asException();
      }
      if (batches.isEmpty()
          || !write(
              OwnBatches.sign(stream, batches, signer, Micros.of(clock.instant())), scope, out)) {
        return;
      }
      next = batches.get(batches.size() - 1).lastPosition() + 1;
    }
  }

  private void serveArchived(
      StreamId stream, long from, long to, LinkScope scope, ResponseWriter<FetchResponse> out)
      throws Exception {
    for (long next = from; next <= to; ) {
      long position = next;
      List<ReceivedStore.Sealed> rows =
          transactions.<List<ReceivedStore.Sealed>, SQLException>call(
              tx -> received.sealedBehind(tx, stream, position - 1, READ_ROWS));
      long last = position - 1;
      for (ReceivedStore.Sealed row : rows) {
        if (row.firstPosition() > to) {
          return;
        }
        byte[] batch =
            transactions.<byte[], SQLException>call(
                tx -> received.batch(tx, stream, row.firstPosition()));
        if (!write(batch, scope, out)) {
          return;
        }
        last = row.lastPosition();
      }
      if (last < position) {
        return;
      }
      next = last + 1;
    }
  }

  private void passOn(
      NodeCode nearer, FetchRequest request, LinkScope scope, ResponseWriter<FetchResponse> out)
      throws Exception {
    Iterator<FetchResponse> responses =
        StreamServiceGrpc.newBlockingStub(channels.to(nearer))
            .withDeadlineAfter(PASS_ON.toMillis(), TimeUnit.MILLISECONDS)
            .fetch(request);
    while (responses.hasNext()) {
      if (!write(responses.next().getBatch().toByteArray(), scope, out)) {
        return;
      }
    }
  }

  private boolean write(byte[] batch, LinkScope scope, ResponseWriter<FetchResponse> out)
      throws InterruptedException, MalformedBatchException {
    try {
      SignedBatch signed = SignedBatch.parseFrom(Masking.apply(scope, batch));
      return out.write(FetchResponse.newBuilder().setBatch(signed).build());
    } catch (InvalidProtocolBufferException e) {
      throw new MalformedBatchException("a batch does not parse", e);
    }
  }
}
