package hotline.sync.stream;

import hotline.sync.NodeCode;
import java.util.ArrayList;
import java.util.List;

/** Batches of toy records, signed for real. */
final class Batches {

  static final NodeCode ORIGIN = NodeCode.of("621002");
  static final StreamId STREAM = StreamId.uplinkOf(ORIGIN);

  private final TestKeys keys;
  private final StreamId stream;
  private StreamPoint head = StreamPoint.start();

  Batches(TestKeys keys) {
    this(keys, STREAM);
  }

  Batches(TestKeys keys, StreamId stream) {
    this.keys = keys;
    this.stream = stream;
  }

  /** Goes on behind records that came from elsewhere. */
  Batches after(StreamPoint point) {
    head = point;
    return this;
  }

  /** The next records of the stream, one for each word. */
  Batch next(String... words) {
    return Toy.parse(nextBytes(words));
  }

  byte[] nextBytes(String... words) {
    List<JournalEntry> entries = new ArrayList<>();
    for (String word : words) {
      entries.add(Toy.entry(word, word.startsWith("p") ? "personal " + word : ""));
    }
    return next(RecordPacker.pack(entries, 1_000_000 + head.position()));
  }

  byte[] next(List<byte[]> packed) {
    List<SequencedBatch> batches = new ArrayList<>();
    for (byte[] records : packed) {
      batches.add(chain(records));
    }
    return OwnBatches.sign(stream, batches, keys.signerOf(stream.origin()), 7);
  }

  Batch statement() {
    return Toy.parse(OwnBatches.state(stream, head, keys.signerOf(stream.origin()), 8));
  }

  private SequencedBatch chain(byte[] records) {
    try {
      PackedRecords packed = PackedRecords.of(records);
      byte[] hash = packed.hashAfter(packed.count(), head.hash());
      SequencedBatch batch =
          new SequencedBatch(
              stream.name(),
              head.position() + 1,
              head.position() + packed.count(),
              head.hash(),
              hash,
              1,
              records);
      head = new StreamPoint(batch.lastPosition(), hash, 1);
      return batch;
    } catch (MalformedBatchException e) {
      throw new IllegalStateException(e);
    }
  }
}
