package hotline.sync.trust;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a link server listens.
 *
 * @param host name or IPv4 address, or an IPv6 address without its brackets
 */
public record Address(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]{1,240}|\\[[0-9A-Fa-f:.]{2,45}\\]):([0-9]{1,5})");
  private static final int LAST_PORT = 65_535;

  /**
   * Reads {@code host:port}.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static Address parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      int port = Integer.parseInt(matcher.group(2));
      if (port >= 1 && port <= LAST_PORT) {
        String host = matcher.group(1);
        return new Address(
            host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
      }
    }
    throw new IllegalArgumentException("address '" + text + "': expected host:port");
  }

  static void check(String text) {
    parse(text);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
