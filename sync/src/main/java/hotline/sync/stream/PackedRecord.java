package hotline.sync.stream;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Arrays;

/**
 * One serialized {@code StreamRecord} inside a larger array. Records are packed once, when they are
 * journaled, and then copied as bytes through every table, topic and node: nothing on the way
 * re-encodes them, so what an older node does not know is kept, and packing costs the same at any
 * number of hops.
 */
final class PackedRecord {

  private static final int BODY = 1;
  private static final int PERSONAL = 2;
  private static final int PERSONAL_HASH = 3;
  private static final int APPENDED_AT = 4;

  /** The field of {@code SignedBatch} that holds the records. */
  static final int RECORDS_FIELD = 4;

  private final byte[] array;
  private int bodyOffset;
  private int bodyLength;
  private int personalOffset;
  private int personalLength;
  private int personalHashOffset;
  private int personalHashLength;
  private long appendedAtMicros;

  private PackedRecord(byte[] array) {
    this.array = array;
  }

  /**
   * Reads the record in {@code array[offset, offset + length)} without copying it.
   *
   * @throws MalformedBatchException when it is not a record
   */
  static PackedRecord read(byte[] array, int offset, int length) throws MalformedBatchException {
    try {
      PackedRecord record = new PackedRecord(array);
      CodedInputStream in = CodedInputStream.newInstance(array, offset, length);
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        int field = WireFormat.getTagFieldNumber(tag);
        int type = WireFormat.getTagWireType(tag);
        if (type == WireFormat.WIRETYPE_LENGTH_DELIMITED && field <= PERSONAL_HASH) {
          int size = in.readRawVarint32();
          record.locate(field, offset + in.getTotalBytesRead(), size);
          in.skipRawBytes(size);
        } else if (type == WireFormat.WIRETYPE_VARINT && field == APPENDED_AT) {
          record.appendedAtMicros = in.readInt64();
        } else if (!in.skipField(tag)) {
          throw new MalformedBatchException("a record ends in a group");
        }
      }
      if (record.personalHashLength != 0 && record.personalHashLength != Hashes.LENGTH) {
        throw new MalformedBatchException(
            "a record's personal hash has " + record.personalHashLength + " bytes, expected 32");
      }
      return record;
    } catch (IOException e) {
      throw new MalformedBatchException("a record does not parse", e);
    }
  }

  private void locate(int field, int offset, int length) {
    if (field == BODY) {
      bodyOffset = offset;
      bodyLength = length;
    } else if (field == PERSONAL) {
      personalOffset = offset;
      personalLength = length;
    } else {
      personalHashOffset = offset;
      personalHashLength = length;
    }
  }

  /** Writes a new record as an element of {@code SignedBatch.records}, its tag included. */
  static void write(CodedOutputStream out, byte[] body, byte[] personal, long appendedAtMicros)
      throws IOException {
    int size = CodedOutputStream.computeByteArraySize(BODY, body);
    if (personal.length > 0) {
      size += CodedOutputStream.computeByteArraySize(PERSONAL, personal);
    }
    size += CodedOutputStream.computeInt64Size(APPENDED_AT, appendedAtMicros);
    out.writeTag(RECORDS_FIELD, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    out.writeUInt32NoTag(size);
    out.writeByteArray(BODY, body);
    if (personal.length > 0) {
      out.writeByteArray(PERSONAL, personal);
    }
    out.writeInt64(APPENDED_AT, appendedAtMicros);
  }

  /** An upper bound of what {@link #write} produces. */
  static int sizeAtMost(byte[] body, byte[] personal) {
    return body.length + personal.length + 40;
  }

  long appendedAtMicros() {
    return appendedAtMicros;
  }

  /** The place of this record in the chain, given the hash before it. */
  byte[] hash(HashChain chain, byte[] previous) {
    return chain.next(
        previous,
        array,
        personalOffset,
        personalLength,
        personalHashOffset,
        personalHashLength,
        appendedAtMicros,
        bodyOffset,
        bodyLength);
  }

  ReceivedRecord toReceived(long position) {
    return new ReceivedRecord(
        position,
        Arrays.copyOfRange(array, bodyOffset, bodyOffset + bodyLength),
        Arrays.copyOfRange(array, personalOffset, personalOffset + personalLength),
        Micros.toInstant(appendedAtMicros));
  }
}
