package hotline.node.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * This process's own folder for its index: several processes of a node may be given the same place,
 * and each then takes a folder in it that no other one holds. Inside, each building of the index
 * has a folder of its own, the higher its number the newer.
 */
final class IndexFolder implements AutoCloseable {

  private static final int MOST_PROCESSES = 64;
  private static final String GENERATION = "g";

  private final Path path;
  private final FileChannel channel;

  private IndexFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static IndexFolder take(Path base) throws IOException {
    Files.createDirectories(base);
    readableByOwnerOnly(base);
    for (int number = 1; number <= MOST_PROCESSES; number++) {
      Path path = base.resolve(Integer.toString(number));
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) {
        return new IndexFolder(path, channel);
      }
      channel.close();
    }
    throw new IOException(base + ": expected less than " + MOST_PROCESSES + " processes");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // another node in this very process
      return false;
    }
  }

  /** What citizens wrote can be guessed from an index. */
  private static void readableByOwnerOnly(Path base) throws IOException {
    if (base.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwx------"));
    }
  }

  Path path() {
    return path;
  }

  /** The folders of indexes that are there, the newest first. */
  List<Path> generations() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(folder -> folder.getFileName().toString().matches(GENERATION + "\\d+"))
          .sorted(Comparator.comparingLong(IndexFolder::number).reversed())
          .toList();
    }
  }

  Path next() throws IOException {
    long last = generations().stream().findFirst().map(IndexFolder::number).orElse(0L);
    return path.resolve(GENERATION + (last + 1));
  }

  private static long number(Path folder) {
    return Long.parseLong(folder.getFileName().toString().substring(GENERATION.length()));
  }

  /** Removes a folder with all that is in it. */
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.deleteIfExists(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException | UncheckedIOException e) {
      // what is left behind is found and removed at the next start
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
