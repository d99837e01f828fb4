package hotline.local.network;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A real process that serves HTTP until it is told to end; what the daemon tests start. */
final class SmallServer {
  private SmallServer() {}

  /** Arguments: port, then {@code stubborn} for one that ignores SIGTERM or {@code broken}. */
  public static void main(String[] args) throws IOException {
    System.out.println("起动 small server");
    if (args.length > 1 && args[1].equals("broken")) {
      System.out.println("the cupboard is bare");
      System.exit(7);
    }
    if (args.length > 1 && args[1].equals("stubborn")) {
      Runtime.getRuntime().addShutdownHook(new Thread(SmallServer::hang));
    }
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(200, 15);
          exchange.getResponseBody().write("{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    server.start();
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
