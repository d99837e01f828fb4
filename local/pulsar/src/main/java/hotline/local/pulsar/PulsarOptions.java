package hotline.local.pulsar;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param data folder of metadata and messages; created when missing, kept when the broker stops
 * @param port port of the binary protocol on 127.0.0.1
 * @param httpPort port of the admin API on 127.0.0.1
 * @param fast whether a message may be confirmed before it is on the disk: it then survives the
 *     death of the process, but not of the machine
 * @param stopWithStdin whether the broker ends when its standard input does, so that it cannot
 *     outlive the test that started it
 */
record PulsarOptions(Path data, int port, int httpPort, boolean fast, boolean stopWithStdin) {

  static final String USAGE =
      "usage: --data DIR --port N --http-port N [--fast] [--stop-with-stdin]";

  static PulsarOptions parse(String... args) {
    Deque<String> rest = new ArrayDeque<>(List.of(args));
    Path data = null;
    int port = 0;
    int httpPort = 0;
    boolean fast = false;
    boolean stopWithStdin = false;
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--data" -> data = Path.of(value(option, rest)).toAbsolutePath();
        case "--port" -> port = port(option, value(option, rest));
        case "--http-port" -> httpPort = port(option, value(option, rest));
        case "--fast" -> fast = true;
        case "--stop-with-stdin" -> stopWithStdin = true;
        default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
      }
    }
    if (data == null || port == 0 || httpPort == 0) {
      throw new IllegalArgumentException("--data, --port and --http-port are needed; " + USAGE);
    }
    return new PulsarOptions(data, port, httpPort, fast, stopWithStdin);
  }

  private static String value(String option, Deque<String> rest) {
    @Nullable String value = rest.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value; " + USAGE);
    }
    return value;
  }

  private static int port(String option, String text) {
    if (!text.matches("[0-9]{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException(option + " " + text + " given, expected 1 to 65535");
    }
    return Integer.parseInt(text);
  }
}
