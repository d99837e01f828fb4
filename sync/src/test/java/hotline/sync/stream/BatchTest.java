package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import hotline.requirements.Requirement;
import hotline.sync.trust.UntrustedException;
import hotline.v1.SignedBatch;
import hotline.v1.StreamRecord;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final TestKeys keys = new TestKeys();
  private final Batches batches = new Batches(keys);
  private final BatchCheck check = new BatchCheck(keys);

  @Test
  void theChainIsWhatTheSchemaSays() throws Exception {
    Batch batch = batches.next("one", "private");
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    byte[] time = ByteBuffer.allocate(8).putLong(1_000_000).array();
    sha.update(new byte[32]);
    sha.update(new byte[32]);
    sha.update(time);
    byte[] first = sha.digest(Toy.bytes("one"));
    byte[] personalHash = sha.digest(Toy.bytes("personal private"));
    sha.update(first);
    sha.update(personalHash);
    sha.update(time);
    byte[] second = sha.digest(Toy.bytes("private"));
    assertThat(batch.hashAt(1)).isEqualTo(first);
    assertThat(batch.lastHash()).isEqualTo(second);
  }

  @Test
  void whatIsPackedByHandReadsAsTheSchemasMessages() throws Exception {
    byte[] bytes = batches.nextBytes("one", "private");
    SignedBatch parsed = SignedBatch.parseFrom(bytes);
    assertThat(parsed.toByteArray()).isEqualTo(bytes);
    StreamRecord record = parsed.getRecords(1);
    assertThat(record.getBody().toStringUtf8()).isEqualTo("private");
    assertThat(record.getPersonal().toStringUtf8()).isEqualTo("personal private");
    assertThat(record.getAppendedAtMicros()).isEqualTo(1_000_000);
    ReceivedRecord received = Batch.parse(bytes).recordsBetween(2, 2).get(0);
    assertThat(received.position()).isEqualTo(2);
    assertThat(received.body()).isEqualTo(Toy.bytes("private"));
    assertThat(received.personal()).isEqualTo(Toy.bytes("personal private"));
  }

  @Test
  void anyFlippedBitIsNoticedOrChangesNothing() {
    byte[] good = batches.nextBytes("one", "private", "three");
    List<ReceivedRecord> records = records(good);
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] damaged = good.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        Batch batch = Batch.parse(damaged);
        check.check(batch);
        assertThat(records(damaged)).usingRecursiveComparison().isEqualTo(records);
      } catch (MalformedBatchException | UntrustedException e) {
        assertThat(e).hasMessageNotContaining("personal private");
      }
    }
  }

  @Test
  void aTruncatedBatchIsNoticedAtAnyLength() {
    byte[] good = batches.nextBytes("one", "two");
    for (int length = 0; length < good.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(good, length);
      assertThatThrownBy(() -> check.check(Batch.parse(cut)))
          .isInstanceOfAny(MalformedBatchException.class, UntrustedException.class);
    }
  }

  @Test
  void fieldsOfANewerSchemaAreKeptByteForByteAndDoNotDisturbTheChain() throws Exception {
    UnknownFieldSet newer =
        UnknownFieldSet.newBuilder()
            .addField(
                99,
                UnknownFieldSet.Field.newBuilder()
                    .addLengthDelimited(ByteString.copyFromUtf8("from the future"))
                    .build())
            .build();
    byte[] records =
        SignedBatch.newBuilder()
            .addRecords(
                StreamRecord.newBuilder()
                    .setBody(ByteString.copyFromUtf8("body"))
                    .setPersonal(ByteString.copyFromUtf8("personal"))
                    .setUnknownFields(newer))
            .build()
            .toByteArray();
    byte[] bytes = batches.next(List.of(records));
    check.check(Batch.parse(bytes));
    assertThat(Masking.apply(LinkScope.FULL, bytes)).isSameAs(bytes);

    byte[] masked = Masking.apply(LinkScope.MASKED, bytes);
    check.check(Batch.parse(masked));
    StreamRecord record = SignedBatch.parseFrom(masked).getRecords(0);
    assertThat(record.getPersonal()).isEmpty();
    assertThat(record.getUnknownFields().hasField(99)).isTrue();
    assertThat(Batch.parse(masked).recordsBetween(1, 1).get(0).personal()).isEmpty();
  }

  @Test
  @Requirement("XTR-09")
  void aHeadStatementSaysHowFarTheStreamGoes() throws Exception {
    Batch last = batches.next("one", "two");
    Batch statement = batches.statement();
    check.check(statement);
    assertThat(statement.count()).isZero();
    assertThat(statement.lastPosition()).isEqualTo(2);
    assertThat(statement.lastHash()).isEqualTo(last.lastHash());
  }

  @Test
  void anotherNodesSignatureIsRefused() {
    Batch batch = new Batches(new TestKeys()).next("forged");
    assertThatThrownBy(() -> check.check(batch)).isInstanceOf(UntrustedException.class);
  }

  private static List<ReceivedRecord> records(byte[] bytes) {
    try {
      Batch batch = Batch.parse(bytes);
      return batch.recordsBetween(batch.firstPosition(), batch.lastPosition());
    } catch (MalformedBatchException e) {
      throw new IllegalStateException(e);
    }
  }
}
