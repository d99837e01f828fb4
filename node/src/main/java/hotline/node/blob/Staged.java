package hotline.node.blob;

import hotline.node.attachment.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that have arrived whole and are on the disk, but not in the store yet. They are gone when
 * it is closed.
 */
public record Staged(Path file, Sha256 hash, long size) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
