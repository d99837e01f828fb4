package hotline.node.search;

import java.util.Map;

/**
 * How far an index has come; stored with each of its commits, so that after a crash the two always
 * agree.
 *
 * @param rebuild the request for a rebuild that it was built after
 * @param position changes up to this one are in it
 * @param scanned while it is built: the last row of the tickets that has been read
 * @param complete whether all tickets are in it
 */
record Mark(long rebuild, long position, long scanned, boolean complete) {

  private static final String SCHEMA = "schema";

  Mark follow(long position) {
    return new Mark(rebuild, position, scanned, complete);
  }

  Mark scan(long row) {
    return new Mark(rebuild, position, row, complete);
  }

  Mark whole() {
    return new Mark(rebuild, position, scanned, true);
  }

  Map<String, String> write() {
    return Map.of(
        SCHEMA,
        Fields.SCHEMA,
        "rebuild",
        Long.toString(rebuild),
        "position",
        Long.toString(position),
        "scanned",
        Long.toString(scanned),
        "complete",
        Boolean.toString(complete));
  }

  /** Whether these were written by a program with the same layout of the index. */
  static boolean readable(Map<String, String> data) {
    return Fields.SCHEMA.equals(data.get(SCHEMA));
  }

  static Mark read(Map<String, String> data) {
    return new Mark(
        Long.parseLong(data.getOrDefault("rebuild", "0")),
        Long.parseLong(data.getOrDefault("position", "0")),
        Long.parseLong(data.getOrDefault("scanned", "0")),
        Boolean.parseBoolean(data.get("complete")));
  }
}
