package hotline.node.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that one thread writes while another sends them. The writer waits for a slow receiver and
 * fails with the next byte once that has gone; when the writer fails, reading fails, too, so that
 * what was sent does not look whole. Until the writer has got its thread, the reader waits as long
 * as that takes.
 */
public final class ExportStream extends InputStream {

  private static final int BUFFER = 64 * 1024;
  private static final int BUFFERS = 8;

  /** How long either side waits for the other. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final byte[] END = {};

  private final BlockingQueue<byte[]> ready = new ArrayBlockingQueue<>(BUFFERS);
  private volatile @Nullable Exception failure;
  private volatile boolean begun;
  private volatile boolean closed;
  private byte[] current = END;
  private int at;
  private boolean ended;

  private ExportStream() {}

  /** What writes. */
  @FunctionalInterface
  public interface Source {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Has the source write on a thread of {@code executor}. */
  public static InputStream of(Executor executor, Source source) {
    ExportStream stream = new ExportStream();
    executor.execute(() -> stream.write(source));
    return stream;
  }

  private void write(Source source) {
    begun = true;
    try (Sink sink = new Sink()) {
      source.writeTo(sink);
      sink.end();
    } catch (IOException | RuntimeException e) {
      failure = e;
      // the reader may be waiting for more
      boolean told = ready.offer(END);
      if (!told) {
        ready.clear();
        ready.add(END);
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == current.length && !next()) {
      return -1;
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean next() throws IOException {
    if (ended) {
      return false;
    }
    byte[] taken;
    try {
      do {
        boolean waits = !begun;
        taken = ready.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (taken != null || !waits) {
          break;
        }
      } while (!closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (closed) {
      throw new IOException("the export was given up");
    }
    Exception failed = failure;
    if (failed != null) {
      throw new IOException("the export broke off", failed);
    }
    if (taken == null) {
      throw new IOException("the export does not go on");
    }
    if (taken.length == 0) {
      ended = true;
      return false;
    }
    current = taken;
    at = 0;
    return true;
  }

  @Override
  public void close() {
    closed = true;
    ready.clear();
    // whoever waits for more need not wait on; with a full queue nobody does
    boolean told = ready.offer(END);
    if (!told) {
      ready.clear();
    }
  }

  /** Collects what is written into pieces. */
  private final class Sink extends OutputStream {

    private byte[] buffer = new byte[BUFFER];
    private int length;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      flush();
      int from = offset;
      int left = count;
      while (left > 0) {
        int part = Math.min(left, BUFFER - length);
        System.arraycopy(bytes, from, buffer, length, part);
        length += part;
        from += part;
        left -= part;
        if (length == BUFFER) {
          pass();
        }
      }
    }

    /** What is collected stays until there is more of it; but fails once nobody takes it. */
    @Override
    public void flush() throws IOException {
      if (closed) {
        throw new IOException("nobody takes the export any more");
      }
    }

    void end() throws IOException {
      pass();
      put(END);
    }

    private void pass() throws IOException {
      if (length > 0) {
        put(length == BUFFER ? buffer : java.util.Arrays.copyOf(buffer, length));
        buffer = new byte[BUFFER];
        length = 0;
      }
    }

    private void put(byte[] piece) throws IOException {
      try {
        flush();
        if (!ready.offer(piece, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new IOException("nobody takes the export any more");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }
}
