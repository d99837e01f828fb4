package hotline.sync.stream;

import hotline.sync.NodeCode;

/** One stream of one origin. Positions in it are dense: 1, 2, 3 …, 0 before the first record. */
public record StreamId(NodeCode origin, String name) {

  /** Everything that a node owns, on its way up. */
  public static final String UPLINK = "uplink";

  /** Reference data on its way down. */
  public static final String BROADCAST = "broadcast";

  public static StreamId uplinkOf(NodeCode origin) {
    return new StreamId(origin, UPLINK);
  }

  @Override
  public String toString() {
    return origin + "/" + name;
  }
}
