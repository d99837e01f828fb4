package hotline.node.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.local.servers.ObjectServer;
import hotline.node.attachment.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Files in a real server that speaks S3. */
class S3BlobsIT {

  private static final String BUCKET = "hotline";
  private static final String REGION = "us-east-1";

  @SuppressWarnings("NullAway.Init")
  private static ObjectServer server;

  @TempDir Path folder;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = ObjectServer.start(folder);
    try (S3Client client = client()) {
      client.createBucket(bucket -> bucket.bucket(BUCKET));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whatWasPutComesBackAndIsStoredOnceUntilItIsDeleted() throws Exception {
    byte[] bytes = new byte[3 << 20];
    new Random(5).nextBytes(bytes);
    Sha256 hash = Sha256.of(Sha256.digest().digest(bytes));
    StagingArea staging = new StagingArea(folder);
    try (S3Blobs blobs = blobs(server.endpoint(), ObjectServer.SECRET_KEY)) {
      assertThat(blobs.has(hash)).isFalse();
      assertThat(blobs.open(hash)).isEmpty();
      for (int i = 0; i < 2; i++) {
        try (Staged staged = staging.receive(bytes.length, out -> out.write(bytes))) {
          blobs.put(staged);
        }
      }
      assertThat(blobs.has(hash)).isTrue();
      try (InputStream in = blobs.open(hash).orElseThrow()) {
        assertThat(in.readAllBytes()).isEqualTo(bytes);
      }
      try (S3Client client = client()) {
        assertThat(client.listObjectsV2(list -> list.bucket(BUCKET)).contents())
            .singleElement()
            .satisfies(object -> assertThat(object.key()).endsWith("/" + hash.hex()));
      }
      blobs.delete(hash);
      blobs.delete(hash);
      assertThat(blobs.has(hash)).isFalse();
    }
  }

  @Test
  void storageThatRefusesOrIsAwaySaysSo() {
    Sha256 hash = Sha256.of(Sha256.digest().digest(new byte[1]));
    try (S3Blobs wrongKey = blobs(server.endpoint(), "wrong")) {
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> wrongKey.open(hash));
    }
    try (S3Blobs nobody = blobs(URI.create("http://127.0.0.1:1"), "x")) {
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> nobody.has(hash));
    }
  }

  private static S3Blobs blobs(URI endpoint, String secretKey) {
    return new S3Blobs(
        new S3Blobs.Access(endpoint, REGION, BUCKET, ObjectServer.ACCESS_KEY, secretKey));
  }

  private static S3Client client() {
    return S3Client.builder()
        .endpointOverride(server.endpoint())
        .region(Region.of(REGION))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(ObjectServer.ACCESS_KEY, ObjectServer.SECRET_KEY)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
