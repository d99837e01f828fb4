package hotline.sync.stream;

import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.UntrustedException;
import java.util.Arrays;

/** Decides whether a batch is what its origin signed, whole and unaltered. */
final class BatchCheck {

  private final BatchVerifier verifier;

  BatchCheck(BatchVerifier verifier) {
    this.verifier = verifier;
  }

  /**
   * Returns when the signature covers the header and the records lead from the header's first hash
   * to its last.
   *
   * @throws MalformedBatchException when the records are not those that the header describes
   * @throws UntrustedException when the header is not the origin's
   */
  void check(Batch batch) throws MalformedBatchException, UntrustedException {
    if (batch.count() != batch.records().count()) {
      throw new MalformedBatchException(
          "a batch of " + batch.records().count() + " records whose header says " + batch.count());
    }
    byte[] last = batch.records().hashAfter(batch.count(), batch.previousHash());
    if (!Arrays.equals(last, batch.lastHash())) {
      throw new MalformedBatchException("the records do not lead to the header's last hash");
    }
    checkStatement(batch);
  }

  /** Like {@link #check}, for the header alone: the records may be absent. */
  void checkStatement(Batch batch) throws UntrustedException {
    verifier.verify(batch.stream().origin(), batch.keyId(), batch.header(), batch.signature());
  }
}
