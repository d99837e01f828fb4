package hotline.node.attaching;

import hotline.node.NodeSettings;
import hotline.node.blob.BlobStore;
import hotline.node.blob.DiskBlobs;
import hotline.node.blob.S3Blobs;
import hotline.node.blob.StagingArea;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Where this node's files lie. */
@Factory
final class AttachmentBeans {

  private static final String FOLDER = "attachments";

  @Singleton
  BlobStore blobs(NodeSettings settings, AttachmentSettings attachments) throws IOException {
    Optional<String> endpoint = given(attachments.getS3Endpoint());
    return endpoint.isEmpty()
        ? new DiskBlobs(settings.getDataDir().resolve(FOLDER))
        : new S3Blobs(
            new S3Blobs.Access(
                URI.create(endpoint.get()),
                attachments.getS3Region(),
                attachments.getS3Bucket(),
                needed(attachments.getS3AccessKey(), "HOTLINE_S3_ACCESS_KEY"),
                needed(attachments.getS3SecretKey(), "HOTLINE_S3_SECRET_KEY")));
  }

  @Singleton
  StagingArea staging(NodeSettings settings) throws IOException {
    return new StagingArea(settings.getDataDir().resolve(FOLDER).resolve("incoming"));
  }

  private static Optional<String> given(Optional<String> setting) {
    return setting.filter(text -> !text.isBlank());
  }

  private static String needed(Optional<String> setting, String name) {
    return given(setting)
        .orElseThrow(() -> new IllegalStateException(name + " is needed with HOTLINE_S3_ENDPOINT"));
  }
}
