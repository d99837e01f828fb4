package hotline.sync.stream;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Arrays;

/** Where the records lie in serialized bytes of {@code SignedBatch}. Shares the array. */
final class PackedRecords {

  private final byte[] array;
  private int[] offsets = new int[32];
  private int[] lengths = new int[32];
  private int count;

  PackedRecords(byte[] array) {
    this.array = array;
  }

  /**
   * The records of bytes that hold nothing else, as the journal keeps them.
   *
   * @throws MalformedBatchException when anything else is in them
   */
  static PackedRecords of(byte[] array) throws MalformedBatchException {
    PackedRecords records = new PackedRecords(array);
    CodedInputStream in = CodedInputStream.newInstance(array);
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (tag != (PackedRecord.RECORDS_FIELD << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
          throw new MalformedBatchException("field tag " + tag + " among packed records");
        }
        records.readElement(in);
      }
    } catch (IOException e) {
      throw new MalformedBatchException("packed records do not parse", e);
    }
    return records;
  }

  /** Takes note of the element whose length comes next in {@code in}, which reads this array. */
  void readElement(CodedInputStream in) throws IOException {
    int length = in.readRawVarint32();
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
    }
    offsets[count] = in.getTotalBytesRead();
    lengths[count] = length;
    count++;
    in.skipRawBytes(length);
  }

  int count() {
    return count;
  }

  PackedRecord get(int index) throws MalformedBatchException {
    return PackedRecord.read(array, offsets[index], lengths[index]);
  }

  /** The chain hash after the first {@code n} records, given the one before them. */
  byte[] hashAfter(int n, byte[] previous) throws MalformedBatchException {
    HashChain chain = new HashChain();
    byte[] hash = previous;
    for (int i = 0; i < n; i++) {
      hash = get(i).hash(chain, hash);
    }
    return hash;
  }
}
