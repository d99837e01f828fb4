package hotline.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A TCP line to a node's link server that can be cut and mended. With several processes behind it a
 * connection goes to the first that answers, as with a load balancer that checks health.
 */
public final class Link implements AutoCloseable {

  private static final int BUFFER = 16 * 1024;
  private static final int CONNECT_MILLIS = 1_000;

  private final ServerSocket listener;
  private final List<Integer> targets;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "test-link");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean cut;

  Link(int port, List<Integer> targets) {
    this.targets = targets;
    try {
      this.listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " is taken", e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Drops every connection and lets none through until {@link #mend}. */
  public void cut() {
    cut = true;
    closeAll();
  }

  /** Lets connections through again. */
  public void mend() {
    cut = false;
  }

  @Override
  public void close() {
    cut = true;
    close(listener);
    closeAll();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket near = listener.accept();
        threads.execute(() -> connect(near));
      }
    } catch (IOException e) {
      // closed, or out of sockets: nobody gets through any more
      close(listener);
    }
  }

  private void connect(Socket near) {
    for (int target : targets) {
      if (cut) {
        break;
      }
      Socket far = new Socket();
      try {
        far.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
      } catch (IOException e) {
        close(far);
        continue;
      }
      open.add(near);
      open.add(far);
      threads.execute(() -> copy(near, far));
      threads.execute(() -> copy(far, near));
      if (cut) {
        closeAll();
      }
      return;
    }
    close(near);
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      // either end is gone: so is the line
    } finally {
      drop(from);
      drop(to);
    }
  }

  private void closeAll() {
    List.copyOf(open).forEach(this::drop);
  }

  private void drop(Socket socket) {
    open.remove(socket);
    close(socket);
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot close a socket", e);
    }
  }
}
