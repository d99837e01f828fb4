package hotline.requirements;

/**
 * One requirement: its id, where it stands, a one-line title in Chinese, and a note (often empty).
 */
record Row(String id, RowStatus status, String title, String note) {
  private static final int COLUMNS = 4;

  /**
   * Reads {@code id TAB status TAB title TAB note}; the note may be left out.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static Row parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length < COLUMNS - 1 || cells.length > COLUMNS) {
      throw new IllegalArgumentException(
          "expected id, status, title and perhaps a note between tabs, got \"" + line + "\"");
    }
    Row row =
        new Row(
            cells[0], RowStatus.parse(cells[1]), cells[2], cells.length == COLUMNS ? cells[3] : "");
    if (row.id.isBlank() || row.title.isBlank()) {
      throw new IllegalArgumentException("id or title is missing in \"" + line + "\"");
    }
    if (row.status.needsNote() && row.note.isBlank()) {
      throw new IllegalArgumentException(
          row.id + " is marked " + row.status.code() + " without a note that says why");
    }
    return row;
  }
}
