package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import hotline.v1.BatchHeader;
import hotline.v1.Record;
import hotline.v1.SignedBatch;
import hotline.v1.StreamRecord;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pulsar.client.api.Consumer;
import org.apache.pulsar.client.api.Message;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;

/**
 * A department's own system, written from the published schema and with nothing of the nodes' code:
 * it checks every signature and the whole chain by itself.
 */
final class DepartmentSystem implements AutoCloseable {

  private final PulsarClient client;
  private final Consumer<byte[]> consumer;
  private final X509Certificate certificate;
  private long position;
  private byte[] hash = new byte[32];
  private int personalParts;
  private int hiddenPersonalParts;

  DepartmentSystem(String broker, String topic, String subscription, String certificate)
      throws Exception {
    this.client = PulsarClient.builder().serviceUrl(broker).build();
    this.consumer = client.newConsumer().topic(topic).subscriptionName(subscription).subscribe();
    this.certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)));
  }

  /** All records up to a position, each checked. */
  List<Record> readUpTo(long last) throws Exception {
    List<Record> records = new ArrayList<>();
    while (position < last) {
      Message<byte[]> message = consumer.receive(60, TimeUnit.SECONDS);
      assertThat(message).as("behind position %s of %s", position, last).isNotNull();
      take(SignedBatch.parseFrom(message.getData()), records);
      consumer.acknowledge(message);
    }
    return records;
  }

  String headHash() {
    return HexFormat.of().formatHex(hash);
  }

  /** Records that brought personal data. */
  int personalParts() {
    return personalParts;
  }

  /** Records whose personal data was left out; the chain covers its hash all the same. */
  int hiddenPersonalParts() {
    return hiddenPersonalParts;
  }

  private void take(SignedBatch batch, List<Record> records) throws Exception {
    assertThat(batch.getKeyId()).isEqualTo(HexFormat.of().formatHex(sha256(certificate)));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(certificate.getPublicKey());
    signature.update(batch.getHeader().toByteArray());
    assertThat(signature.verify(batch.getSignature().toByteArray())).isTrue();
    BatchHeader header = BatchHeader.parseFrom(batch.getHeader());
    assertThat(batch.getRecordsCount()).isEqualTo(header.getCount());
    assertThat(header.getFirstPosition()).isEqualTo(position + 1);
    assertThat(header.getPreviousHash().toByteArray()).isEqualTo(hash);
    for (StreamRecord record : batch.getRecordsList()) {
      hash = next(hash, record);
      position++;
      records.add(Record.parseFrom(record.getBody()));
    }
    assertThat(header.getLastHash().toByteArray()).isEqualTo(hash);
  }

  private byte[] next(byte[] before, StreamRecord record) throws Exception {
    byte[] personal = new byte[32];
    if (!record.getPersonal().isEmpty()) {
      personalParts++;
      personal = MessageDigest.getInstance("SHA-256").digest(record.getPersonal().toByteArray());
    } else if (!record.getPersonalHash().isEmpty()) {
      hiddenPersonalParts++;
      personal = record.getPersonalHash().toByteArray();
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(before);
    digest.update(personal);
    digest.update(ByteBuffer.allocate(8).putLong(record.getAppendedAtMicros()).array());
    ByteString body = record.getBody();
    digest.update(body.asReadOnlyByteBuffer());
    return digest.digest();
  }

  private static byte[] sha256(X509Certificate certificate) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
  }

  @Override
  public void close() throws PulsarClientException {
    client.close();
  }
}
