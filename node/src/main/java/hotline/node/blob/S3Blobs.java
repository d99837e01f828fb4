package hotline.node.blob;

import hotline.node.attachment.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Objects named by their hash in a bucket of storage that speaks S3. Such storage shows an object
 * only once it is whole.
 */
public final class S3Blobs implements BlobStore, AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final String PREFIX = "attachments/";

  private final S3Client client;
  private final String bucket;

  /**
   * Where the storage is and what opens it.
   *
   * @param bucket there already
   */
  public record Access(
      URI endpoint, String region, String bucket, String accessKey, String secretKey) {

    @Override
    public String toString() {
      return "Access[" + endpoint + ", " + bucket + "]";
    }
  }

  public S3Blobs(Access access) {
    this.bucket = access.bucket();
    this.client =
        S3Client.builder()
            .endpointOverride(access.endpoint())
            .region(Region.of(access.region()))
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(access.accessKey(), access.secretKey())))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            // not all storage that speaks S3 knows the newer checksums; we have our own
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .build();
  }

  @Override
  public boolean has(Sha256 hash) throws IOException {
    try {
      return client.headObject(r -> r.bucket(bucket).key(key(hash))).contentLength() >= 0;
    } catch (NoSuchKeyException e) {
      return false;
    } catch (SdkException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<InputStream> open(Sha256 hash) throws IOException {
    try {
      return Optional.of(client.getObject(r -> r.bucket(bucket).key(key(hash))));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw failed(e);
    }
  }

  @Override
  public void put(Staged bytes) throws IOException {
    if (has(bytes.hash())) {
      return;
    }
    try {
      client.putObject(
          r -> r.bucket(bucket).key(key(bytes.hash())), RequestBody.fromFile(bytes.file()));
    } catch (SdkException e) {
      throw failed(e);
    }
  }

  @Override
  public void delete(Sha256 hash) throws IOException {
    try {
      client.deleteObject(r -> r.bucket(bucket).key(key(hash)));
    } catch (SdkException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static String key(Sha256 hash) {
    String name = hash.hex();
    return PREFIX + name.substring(0, 2) + "/" + name;
  }

  private static IOException failed(SdkException cause) {
    return new IOException("the object storage refuses or is away: " + cause.getMessage(), cause);
  }
}
