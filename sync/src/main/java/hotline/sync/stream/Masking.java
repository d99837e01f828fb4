package hotline.sync.stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import hotline.v1.SignedBatch;
import hotline.v1.StreamRecord;

/** Applies a link's scope to a batch that leaves over it. */
final class Masking {

  private Masking() {}

  /**
   * The batch as the scope lets it pass: byte for byte when full; when masked, each personal part
   * replaced by its hash and everything else, unknown fields too, as it was.
   */
  static byte[] apply(LinkScope scope, byte[] batch) throws MalformedBatchException {
    if (scope == LinkScope.FULL) {
      return batch;
    }
    try {
      SignedBatch.Builder masked = SignedBatch.parseFrom(batch).toBuilder();
      for (StreamRecord.Builder record : masked.getRecordsBuilderList()) {
        if (!record.getPersonal().isEmpty()) {
          byte[] hash = Hashes.sha256().digest(record.getPersonal().toByteArray());
          record.clearPersonal().setPersonalHash(ByteString.copyFrom(hash));
        }
      }
      return masked.build().toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new MalformedBatchException("a batch does not parse", e);
    }
  }
}
