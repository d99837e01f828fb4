package hotline.local.mariadb;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param data folder of the database files; created when missing, kept when the server stops
 * @param binaries folder the server's programs are unpacked to; may be shared by many servers
 * @param port TCP port on 127.0.0.1
 * @param bufferPool size of the InnoDB buffer pool, such as {@code 256M}
 * @param logFile size of the InnoDB redo log, such as {@code 256M}
 * @param fast whether a commit may return before it is on the disk: it then survives the death of
 *     the process, but not of the machine
 * @param stopWithStdin whether the server ends when its standard input does, so that it cannot
 *     outlive the test that started it
 */
record MariaDbOptions(
    Path data,
    Path binaries,
    int port,
    String bufferPool,
    String logFile,
    boolean fast,
    boolean stopWithStdin) {

  static final String USAGE =
      "usage: --data DIR --port N [--binaries DIR] [--buffer-pool 256M] [--log-file 256M] [--fast]"
          + " [--stop-with-stdin]";

  static MariaDbOptions parse(String... args) {
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    Path data = null;
    Path binaries = null;
    int port = 0;
    String bufferPool = "256M";
    String logFile = "256M";
    boolean fast = false;
    boolean stopWithStdin = false;
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--data" -> data = Path.of(value(option, rest)).toAbsolutePath();
        case "--binaries" -> binaries = Path.of(value(option, rest)).toAbsolutePath();
        case "--port" -> port = port(value(option, rest));
        case "--buffer-pool" -> bufferPool = size(option, value(option, rest));
        case "--log-file" -> logFile = size(option, value(option, rest));
        case "--fast" -> fast = true;
        case "--stop-with-stdin" -> stopWithStdin = true;
        default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
      }
    }
    if (data == null || port == 0) {
      throw new IllegalArgumentException("--data and --port are needed; " + USAGE);
    }
    return new MariaDbOptions(
        data,
        binaries == null ? data.resolveSibling("mariadb-binaries") : binaries,
        port,
        bufferPool,
        logFile,
        fast,
        stopWithStdin);
  }

  private static String value(String option, Deque<String> rest) {
    @Nullable String value = rest.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value; " + USAGE);
    }
    return value;
  }

  private static int port(String text) {
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("--port " + text + " given, expected 1 to 65535");
    }
    return Integer.parseInt(text);
  }

  private static String size(String option, String text) {
    if (!text.matches("[1-9][0-9]*[KMG]")) {
      throw new IllegalArgumentException(option + " " + text + " given, expected such as 256M");
    }
    return text;
  }
}
