package hotline.sync.stream;

import hotline.sync.NodeCode;
import java.util.regex.Pattern;

/** One stream of one origin. Positions in it are dense: 1, 2, 3 …, 0 before the first record. */
public record StreamId(NodeCode origin, String name) {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9.]{1,32}");

  /** Everything that a node owns, on its way up. */
  public static final String UPLINK = "uplink";

  /** Reference data on its way down. */
  public static final String BROADCAST = "broadcast";

  public StreamId {
    checkName(name);
  }

  /**
   * Returns {@code name} if a stream may be called so.
   *
   * @throws IllegalArgumentException when it may not
   */
  static String checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "stream name '" + name + "': expected 1 to 32 letters, digits and dots");
    }
    return name;
  }

  public static StreamId uplinkOf(NodeCode origin) {
    return new StreamId(origin, UPLINK);
  }

  @Override
  public String toString() {
    return origin + "/" + name;
  }
}
