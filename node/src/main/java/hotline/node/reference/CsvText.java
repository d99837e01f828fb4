package hotline.node.reference;

import java.util.ArrayList;
import java.util.List;

/** Text of comma separated cells, which may be quoted and then hold commas and line breaks. */
final class CsvText {

  private CsvText() {}

  /**
   * A row that is not empty.
   *
   * @param line the line that it begins in, from 1
   * @param cells without white space around them
   */
  record Row(int line, List<String> cells) {}

  static List<Row> rows(String text) {
    Reading reading = new Reading();
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      reading.take(text.charAt(i));
    }
    return reading.end();
  }

  /** A cell's text as it stands in a file. */
  static String cell(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Where the reading has come to. */
  private static final class Reading {

    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private boolean closed;
    private int line = 1;
    private int began = 1;

    void take(char c) {
      if (quoted) {
        takeQuoted(c);
      } else if (c == '"' && closed) {
        // two quotes within quotes are one
        cell.append(c);
        quoted = true;
        closed = false;
      } else if (c == '"' && cell.toString().isBlank()) {
        cell.setLength(0);
        quoted = true;
      } else if (c == ',') {
        endCell();
      } else if (c == '\n') {
        endRow();
        line++;
        began = line;
      } else {
        cell.append(c);
        closed = false;
      }
    }

    private void takeQuoted(char c) {
      if (c == '"') {
        quoted = false;
        closed = true;
      } else {
        line += c == '\n' ? 1 : 0;
        cell.append(c);
      }
    }

    private void endCell() {
      cells.add(cell.toString().strip());
      cell.setLength(0);
      closed = false;
    }

    private void endRow() {
      endCell();
      if (cells.stream().anyMatch(value -> !value.isEmpty())) {
        rows.add(new Row(began, List.copyOf(cells)));
      }
      cells = new ArrayList<>();
    }

    List<Row> end() {
      endRow();
      return rows;
    }
  }
}
