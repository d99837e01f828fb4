package hotline.local.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on 127.0.0.1 that nobody uses. */
public final class FreePorts {
  /** Below the ports that the kernel takes for outgoing connections, so that a restart finds it. */
  private static final int FIRST = 15_000;

  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private FreePorts() {}

  /**
   * Returns a random port that was free a moment ago.
   *
   * @throws IllegalStateException when none is found
   */
  public static int next() {
    return ThreadLocalRandom.current()
        .ints(ATTEMPTS, FIRST, LAST)
        .filter(FreePorts::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free port from " + FIRST + " to " + LAST));
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
