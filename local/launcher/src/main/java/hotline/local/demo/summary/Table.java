package hotline.local.demo.summary;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: aligned also where Chinese characters take two columns. */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** A table whose columns have these names; the first is aligned left, the others right. */
  public Table(String... headers) {
    rows.add(List.of(headers));
  }

  public Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Long number ? "%,d".formatted(number) : String.valueOf(cell));
    }
    if (row.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "row of " + row.size() + " cells: expected " + rows.get(0).size());
    }
    rows.add(row);
    return this;
  }

  /** The lines, the names of the columns first. */
  public List<String> lines() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String blank = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? row.get(i) + blank : GAP + blank + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** How many columns of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F) // Hangul
        || (c >= 0x2E80 && c <= 0xA4CF) // radicals, kana, unified ideographs
        || (c >= 0xAC00 && c <= 0xD7A3) // Hangul syllables
        || (c >= 0xF900 && c <= 0xFAFF) // compatibility ideographs
        || (c >= 0xFE30 && c <= 0xFE6F) // compatibility forms
        || (c >= 0xFF00 && c <= 0xFF60) // fullwidth forms
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x20000 && c <= 0x3FFFD); // further ideographs
  }
}
