package hotline.sync.stream;

import hotline.sync.trust.BatchSigner;
import java.util.ArrayList;
import java.util.List;

/** What this node signs about its own streams. */
final class OwnBatches {

  private OwnBatches() {}

  /** Joins consecutive batches under one signature: merging copies bytes, nothing is re-encoded. */
  static byte[] sign(
      StreamId stream, List<SequencedBatch> batches, BatchSigner signer, long nowMicros) {
    SequencedBatch first = batches.get(0);
    SequencedBatch last = batches.get(batches.size() - 1);
    List<byte[]> records = new ArrayList<>(batches.size());
    for (SequencedBatch batch : batches) {
      records.add(batch.records());
    }
    return Batch.sign(
        Batch.header(
            stream,
            first.firstPosition(),
            (int) (last.lastPosition() - first.firstPosition() + 1),
            first.previousHash(),
            last.lastHash(),
            nowMicros),
        signer,
        records);
  }

  /** States how far a stream goes. */
  static byte[] state(StreamId stream, StreamPoint head, BatchSigner signer, long nowMicros) {
    return Batch.sign(
        Batch.header(stream, head.position() + 1, 0, head.hash(), head.hash(), nowMicros),
        signer,
        List.of());
  }
}
