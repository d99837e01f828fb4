package hotline.sync.stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import hotline.sync.NodeCode;
import hotline.sync.trust.BatchSigner;
import hotline.v1.BatchHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A {@code SignedBatch} as it travels, together with what its header says. Holding one says nothing
 * about whether the signature and the chain are right: {@link BatchCheck} does.
 */
final class Batch {

  private static final int HEADER = 1;
  private static final int SIGNATURE = 2;
  private static final int KEY_ID = 3;
  private static final byte[] NONE = {};

  private final byte[] bytes;
  private final StreamId stream;
  private final long firstPosition;
  private final int count;
  private final byte[] header;
  private final byte[] signature;
  private final String keyId;
  private final byte[] previousHash;
  private final byte[] lastHash;
  private final long statedAtMicros;
  private final PackedRecords records;

  private Batch(
      byte[] bytes,
      BatchHeader parsed,
      byte[] header,
      byte[] signature,
      String keyId,
      PackedRecords records)
      throws MalformedBatchException {
    this.bytes = bytes;
    this.header = header;
    this.signature = signature;
    this.keyId = keyId;
    this.records = records;
    this.firstPosition = parsed.getFirstPosition();
    this.previousHash = parsed.getPreviousHash().toByteArray();
    this.lastHash = parsed.getLastHash().toByteArray();
    this.statedAtMicros = parsed.getStatedAtMicros();
    if (firstPosition < 1
        || parsed.getCount() < 0
        || firstPosition > Long.MAX_VALUE - parsed.getCount()
        || previousHash.length != Hashes.LENGTH
        || lastHash.length != Hashes.LENGTH) {
      throw new MalformedBatchException("a batch header is incomplete");
    }
    try {
      this.stream = new StreamId(NodeCode.of(parsed.getOrigin()), parsed.getStream());
    } catch (IllegalArgumentException e) {
      throw new MalformedBatchException("a batch header names no stream", e);
    }
    this.count = parsed.getCount();
  }

  /**
   * Reads a batch; keeps {@code bytes}.
   *
   * @throws MalformedBatchException when they are not one
   */
  static Batch parse(byte[] bytes) throws MalformedBatchException {
    try {
      byte[] header = NONE;
      byte[] signature = NONE;
      String keyId = "";
      PackedRecords records = new PackedRecords(bytes);
      CodedInputStream in = CodedInputStream.newInstance(bytes);
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        int field = WireFormat.getTagFieldNumber(tag);
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
          if (!in.skipField(tag)) {
            throw new MalformedBatchException("a batch ends in a group");
          }
        } else if (field == PackedRecord.RECORDS_FIELD) {
          records.readElement(in);
        } else if (field == HEADER) {
          header = in.readByteArray();
        } else if (field == SIGNATURE) {
          signature = in.readByteArray();
        } else if (field == KEY_ID) {
          keyId = in.readString();
        } else {
          in.skipField(tag);
        }
      }
      return new Batch(bytes, BatchHeader.parseFrom(header), header, signature, keyId, records);
    } catch (IOException e) {
      throw new MalformedBatchException("a batch does not parse", e);
    }
  }

  /**
   * Signs records of this node's own stream, given as the journal packed them.
   *
   * @param records packed records, in pieces that are joined in order; none for a head statement
   */
  static byte[] sign(BatchHeader header, BatchSigner signer, List<byte[]> records) {
    byte[] headerBytes = header.toByteArray();
    return write(headerBytes, signer.sign(headerBytes), signer.keyId(), records);
  }

  private static byte[] write(byte[] header, byte[] signature, String keyId, List<byte[]> records) {
    byte[] key = keyId.getBytes(StandardCharsets.UTF_8);
    int size =
        CodedOutputStream.computeByteArraySize(HEADER, header)
            + CodedOutputStream.computeByteArraySize(SIGNATURE, signature)
            + CodedOutputStream.computeByteArraySize(KEY_ID, key);
    for (byte[] piece : records) {
      size += piece.length;
    }
    byte[] bytes = new byte[size];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      out.writeByteArray(HEADER, header);
      out.writeByteArray(SIGNATURE, signature);
      out.writeByteArray(KEY_ID, key);
      for (byte[] piece : records) {
        out.writeRawBytes(piece);
      }
      out.checkNoSpaceLeft();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes;
  }

  /** The header of records {@code first} and following, or of a head statement before it. */
  static BatchHeader header(
      StreamId stream,
      long first,
      int count,
      byte[] previousHash,
      byte[] lastHash,
      long statedAtMicros) {
    return BatchHeader.newBuilder()
        .setOrigin(stream.origin().value())
        .setStream(stream.name())
        .setFirstPosition(first)
        .setCount(count)
        .setPreviousHash(ByteString.copyFrom(previousHash))
        .setLastHash(ByteString.copyFrom(lastHash))
        .setStatedAtMicros(statedAtMicros)
        .build();
  }

  byte[] bytes() {
    return bytes;
  }

  /** The same statement without its records: what the origin said about its stream. */
  byte[] statement() {
    return write(header, signature, keyId, List.of());
  }

  StreamId stream() {
    return stream;
  }

  long firstPosition() {
    return firstPosition;
  }

  /** What the header says, which {@link BatchCheck} compares with the records. */
  int count() {
    return count;
  }

  /** The position of the last record; for a head statement, that of the stream's last record. */
  long lastPosition() {
    return firstPosition + count - 1;
  }

  byte[] previousHash() {
    return previousHash;
  }

  byte[] lastHash() {
    return lastHash;
  }

  long statedAtMicros() {
    return statedAtMicros;
  }

  byte[] header() {
    return header;
  }

  byte[] signature() {
    return signature;
  }

  String keyId() {
    return keyId;
  }

  PackedRecords records() {
    return records;
  }

  /** The chain hash at a position from the one before the batch to its last. */
  byte[] hashAt(long position) throws MalformedBatchException {
    if (position == lastPosition()) {
      return lastHash;
    }
    return records.hashAfter((int) (position - firstPosition + 1), previousHash);
  }

  /** The records at positions {@code from} to {@code to}, both inclusive. */
  List<ReceivedRecord> recordsBetween(long from, long to) throws MalformedBatchException {
    List<ReceivedRecord> result = new ArrayList<>((int) (to - from + 1));
    for (long position = from; position <= to; position++) {
      result.add(records.get((int) (position - firstPosition)).toReceived(position));
    }
    return result;
  }

  boolean continues(byte[] hash) {
    return Arrays.equals(previousHash, hash);
  }
}
