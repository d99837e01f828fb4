package hotline.node.blob;

import hotline.node.attachment.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Files named by their hash, in folders of its first two digits. The staging area must lie on the
 * same file system: a file gets its name in one step, after the disk has its bytes.
 */
public final class DiskBlobs implements BlobStore {

  private final Path root;

  public DiskBlobs(Path root) throws IOException {
    this.root = Files.createDirectories(root);
  }

  @Override
  public boolean has(Sha256 hash) {
    return Files.isRegularFile(file(hash));
  }

  @Override
  public Optional<InputStream> open(Sha256 hash) throws IOException {
    try {
      return Optional.of(Files.newInputStream(file(hash)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void put(Staged bytes) throws IOException {
    Path file = file(bytes.hash());
    if (Files.isRegularFile(file)) {
      return;
    }
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalStateException(file + " is in no folder");
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      flush(root);
    }
    Files.move(bytes.file(), file, StandardCopyOption.ATOMIC_MOVE);
    flush(folder);
  }

  @Override
  public void delete(Sha256 hash) throws IOException {
    Files.deleteIfExists(file(hash));
  }

  private Path file(Sha256 hash) {
    String name = hash.hex();
    return root.resolve(name.substring(0, 2)).resolve(name);
  }

  /** A new name survives a power cut only once its folder is on the disk. */
  private static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
