package hotline.node.blob;

import hotline.node.attachment.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder where bytes arrive before anybody can see them. */
public final class StagingArea {

  private final Path folder;

  /** Makes the folder when it is not there. */
  public StagingArea(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Writes bytes.
   *
   * @param <X> what the writer may throw besides
   */
  public interface Writer<X extends Exception> {
    void write(OutputStream out) throws IOException, X;
  }

  /**
   * Takes bytes in until the disk has them.
   *
   * @param most more are not taken
   * @throws TooBigException when there are more
   */
  public <X extends Exception> Staged receive(long most, Writer<X> writer) throws IOException, X {
    Path file = folder.resolve(UUID.randomUUID() + ".part");
    MessageDigest digest = Sha256.digest();
    boolean whole = false;
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out =
          new DigestOutputStream(new Limited(Channels.newOutputStream(channel), most), digest);
      writer.write(out);
      out.flush();
      channel.force(true);
      long size = channel.size();
      whole = true;
      return new Staged(file, Sha256.of(digest.digest()), size);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Removes what a process that died has left. */
  public int sweep(Instant olderThan) throws IOException {
    int removed = 0;
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }
    for (Path file : files) {
      try {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(olderThan)) {
          Files.deleteIfExists(file);
          removed++;
        }
      } catch (NoSuchFileException e) {
        // whoever wrote it has put it into the store
      }
    }
    return removed;
  }

  /** More bytes than may be. */
  public static final class TooBigException extends IOException {
    private static final long serialVersionUID = 1L;

    TooBigException(long most) {
      super("more than " + most + " bytes");
    }
  }

  /** Takes so many bytes. */
  private static final class Limited extends FilterOutputStream {

    private final long most;
    private long taken;

    Limited(OutputStream out, long most) {
      super(out);
      this.most = most;
    }

    @Override
    public void write(int b) throws IOException {
      count(1);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      count(length);
      out.write(bytes, offset, length);
    }

    private void count(int more) throws IOException {
      taken += more;
      if (taken > most) {
        throw new TooBigException(most);
      }
    }
  }
}
