package hotline.local.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Runs MariaDB in the foreground until SIGTERM, then shuts it down cleanly; ends with the server's
 * status when the server ends by itself. The password of {@code root} comes in the environment
 * variable {@code HOTLINE_MARIADB_PASSWORD}, since a command line can be read by everybody.
 */
public final class MariaDbMain {
  private MariaDbMain() {}

  /** See {@code MariaDbOptions.USAGE}; exit status 2 when the command line makes no sense. */
  public static void main(String[] args) throws IOException, InterruptedException {
    MariaDbOptions options;
    try {
      options = MariaDbOptions.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    String password = System.getenv().getOrDefault("HOTLINE_MARIADB_PASSWORD", "");
    Binaries binaries = Binaries.unpack(options.binaries());
    Process server = new MariaDbInstance(options, binaries).start(password);
    Process watchdog = watchdog(server);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, watchdog), "stop-mariadb"));
    if (options.stopWithStdin()) {
      exitWithStdin();
    }
    int status = server.waitFor();
    watchdog.destroy();
    System.exit(status);
  }

  /**
   * A shell that reads from a pipe whose other end only this process holds: when this process is
   * killed, however hard, the pipe closes and the shell stops the server, which would otherwise go
   * on without anybody to stop it.
   */
  private static Process watchdog(Process server) throws IOException {
    return new ProcessBuilder("/bin/sh", "-c", "read _; kill -TERM " + server.pid())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void stop(Process server, Process watchdog) {
    server.destroy();
    try {
      if (!server.waitFor(60, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      watchdog.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void exitWithStdin() {
    Thread reader =
        new Thread(
            () -> {
              try (InputStream in = System.in) {
                in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                System.err.println("standard input broke: " + e.getMessage());
              }
              System.exit(0);
            },
            "exit-with-stdin");
    reader.setDaemon(true);
    reader.start();
  }
}
