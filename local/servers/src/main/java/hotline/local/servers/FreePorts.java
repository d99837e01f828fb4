package hotline.local.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports on 127.0.0.1 that nobody uses.
 *
 * <p>A port is bound long after it was chosen, by another program even. So this program never gives
 * the same port twice (before all were given), and begins somewhere else than other programs do.
 */
public final class FreePorts {
  /** Below the ports that the kernel takes for outgoing connections, so that a restart finds it. */
  private static final int FIRST = 15_000;

  private static final int COUNT = 17_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePorts() {}

  /**
   * Returns a port that was free a moment ago and that this method did not return before.
   *
   * @throws IllegalStateException when none is found
   */
  public static int next() {
    for (int attempt = 0; attempt < COUNT; attempt++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port from " + FIRST + " to " + (FIRST + COUNT - 1));
  }

  /** Whether nobody listens on that port of 127.0.0.1. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
