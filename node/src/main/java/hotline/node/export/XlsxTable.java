package hotline.node.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook whose rows leave at once; it goes on on another sheet where one is full. */
final class XlsxTable implements TableWriter {

  /** As many as a sheet may have, the header among them. */
  private static final int ROWS_A_SHEET = 1_048_576;

  /** As long as a cell may be. */
  private static final int LONGEST = 32_767;

  private static final int FLUSHED_AT_ONCE = 500;
  private static final double WIDTH = 18;

  private final Workbook workbook;
  private final String name;
  private final List<String> headers;
  private Worksheet sheet;
  private int sheets;
  private int row;

  XlsxTable(OutputStream out, String name, List<String> headers) throws IOException {
    this.workbook = new Workbook(out, "hotline", "1.0");
    this.name = name;
    this.headers = headers;
    this.sheet = nextSheet();
  }

  @Override
  public void row(List<@Nullable String> cells) throws IOException {
    if (row == ROWS_A_SHEET) {
      sheet.finish();
      sheet = nextSheet();
    }
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      if (cell != null && !cell.isEmpty()) {
        // kept in the row itself: a table of shared texts would grow with the file
        sheet.inlineString(row, column, printable(cell));
      }
    }
    row++;
    if (row % FLUSHED_AT_ONCE == 0) {
      sheet.flush();
    }
  }

  @Override
  public void finish() throws IOException {
    sheet.finish();
    workbook.finish();
  }

  private Worksheet nextSheet() {
    sheets++;
    Worksheet next = workbook.newWorksheet(sheets == 1 ? name : name + sheets);
    for (int column = 0; column < headers.size(); column++) {
      next.width(column, WIDTH);
      next.inlineString(0, column, headers.get(column));
    }
    next.freezePane(0, 1);
    row = 1;
    return next;
  }

  /** Without what XML does not know, and not longer than a cell may be. */
  private static String printable(String cell) {
    String text =
        cell.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\uD800-\\uDFFF]", "");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
