package hotline.node.attaching;

import hotline.node.NodeSettings;
import hotline.node.blob.BlobStore;
import hotline.node.blob.DiskBlobs;
import hotline.node.blob.StagingArea;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Where this node's files lie. */
@Factory
final class AttachmentBeans {

  private static final String FOLDER = "attachments";

  @Singleton
  BlobStore blobs(NodeSettings settings) throws IOException {
    return new DiskBlobs(settings.getDataDir().resolve(FOLDER));
  }

  @Singleton
  StagingArea staging(NodeSettings settings) throws IOException {
    return new StagingArea(settings.getDataDir().resolve(FOLDER).resolve("incoming"));
  }
}
