package hotline.local.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of messages row by row, however large it is: columns are found by their headers,
 * cells may hold line breaks, the encoding is UTF-8, UTF-16 or GBK with or without a byte order
 * mark.
 *
 * <p>A bad row is handed to its own consumer and does not stop the rest. Rows are handed on in the
 * order of the file, in the caller's thread, and none is kept.
 */
public final class CsvAppeals {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int LONGEST_TITLE = 100;
  private static final int DERIVED_TITLE = 30;

  private final Path file;

  public CsvAppeals(Path file) {
    this.file = file;
  }

  /** What becomes of the rows. */
  public interface Rows {

    /** Takes a message; says whether to go on with the next row. */
    boolean message(CsvMessage message) throws IOException, InterruptedException;

    /** Takes a row that was left out. */
    void badRow(BadRow row);
  }

  /**
   * Reads no further than to the first good row: a wrong file is found before anything is started.
   *
   * @throws CsvFormatException when the file is empty or its header lacks a required column
   * @throws IOException when the file cannot be read
   */
  public void check() throws IOException, InterruptedException {
    read(
        new Rows() {
          @Override
          public boolean message(CsvMessage message) {
            return false;
          }

          @Override
          public void badRow(BadRow row) {}
        });
  }

  /**
   * Reads the file to its end, or until no more is wanted.
   *
   * @throws CsvFormatException when the file is empty or its header lacks a required column
   * @throws IOException when the file cannot be read, or whatever {@code rows} throws
   */
  public void read(Rows rows) throws IOException, InterruptedException {
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(TextEncoding.open(file));
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      if (!records.hasNext()) {
        throw new CsvFormatException(file + "：文件是空的，第一行应为表头");
      }
      Columns columns = Columns.of(file, records.next().getFields());
      boolean goOn = true;
      while (goOn && hasNext(records, rows)) {
        goOn = accept(columns, records.next(), rows);
      }
    }
  }

  private boolean hasNext(CloseableIterator<CsvRecord> records, Rows rows) {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      // after a quote that never closes nothing tells where the next row begins
      rows.badRow(new BadRow(file, 0, "整行", String.valueOf(e.getMessage()), "闭合的引号；其后各行未读"));
      return false;
    }
  }

  private boolean accept(Columns columns, CsvRecord row, Rows rows)
      throws IOException, InterruptedException {
    BadRow fault = fault(columns, row);
    if (fault != null) {
      rows.badRow(fault);
      return true;
    }
    List<String> fields = row.getFields();
    String id = Objects.requireNonNull(columns.cell(fields, Column.ID));
    String content = Objects.requireNonNull(columns.cell(fields, Column.CONTENT));
    String time = columns.cell(fields, Column.CREATED_AT);
    return rows.message(
        new CsvMessage(
            id,
            columns.cell(fields, Column.REQUESTER),
            columns.cell(fields, Column.PHONE),
            title(columns.cell(fields, Column.TITLE), content),
            content,
            time == null ? null : MessageTime.parse(time),
            columns.cell(fields, Column.PLACE),
            row.getStartingLineNumber()));
  }

  /** What is wrong with a row; null for a good one. */
  private @Nullable BadRow fault(Columns columns, CsvRecord row) {
    List<String> fields = row.getFields();
    long line = row.getStartingLineNumber();
    if (fields.size() != columns.count()) {
      return new BadRow(file, line, "整行", fields.size() + " 列", "与表头一致的 " + columns.count() + " 列");
    }
    for (Column column : Column.values()) {
      String cell = columns.cell(fields, column);
      String header = columns.header(column);
      if (cell == null) {
        if (column.required()) {
          return new BadRow(file, line, header, "", "非空内容");
        }
      } else if (cell.indexOf(REPLACEMENT) >= 0) {
        return new BadRow(file, line, header, cell, "可按 UTF-8 或 GBK 解码的文字");
      } else if (cell.length() > column.longest()) {
        return new BadRow(
            file, line, header, cell.length() + " 个字", "不超过 " + column.longest() + " 个字");
      } else if (column == Column.CREATED_AT && MessageTime.parse(cell) == null) {
        return new BadRow(file, line, header, cell, MessageTime.EXPECTED);
      }
    }
    return null;
  }

  /** The title as given, in one line; without one, the beginning of the content. */
  private static String title(@Nullable String given, String content) {
    String title = (given == null ? firstOf(content) : given).replaceAll("\\s+", " ");
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }

  private static String firstOf(String content) {
    String firstSentence = content.split("[。!!??\\n]", 2)[0].strip();
    String start = firstSentence.isEmpty() ? content : firstSentence;
    return start.length() > DERIVED_TITLE ? start.substring(0, DERIVED_TITLE) : start;
  }
}
