package hotline.local.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
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

  /**
   * Reads the whole file.
   *
   * @throws CsvFormatException when the file is empty or its header lacks a required column
   * @throws UncheckedIOException when the file cannot be read
   */
  public void read(Consumer<CsvMessage> messages, Consumer<BadRow> badRows) {
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(TextEncoding.open(file));
        CloseableIterator<CsvRecord> rows = reader.iterator()) {
      if (!rows.hasNext()) {
        throw new CsvFormatException(file + ":文件是空的,第一行应为表头");
      }
      Columns columns = Columns.of(file, rows.next().getFields());
      while (hasNext(rows, badRows)) {
        accept(columns, rows.next(), messages, badRows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasNext(CloseableIterator<CsvRecord> rows, Consumer<BadRow> badRows) {
    try {
      return rows.hasNext();
    } catch (CsvParseException e) {
      // after a quote that never closes nothing tells where the next row begins
      badRows.accept(new BadRow(file, 0, "整行", String.valueOf(e.getMessage()), "闭合的引号;其后各行未读"));
      return false;
    }
  }

  private void accept(
      Columns columns, CsvRecord row, Consumer<CsvMessage> messages, Consumer<BadRow> badRows) {
    List<String> fields = row.getFields();
    long line = row.getStartingLineNumber();
    if (fields.size() != columns.count()) {
      badRows.accept(
          new BadRow(file, line, "整行", fields.size() + " 列", "与表头一致的 " + columns.count() + " 列"));
      return;
    }
    for (Column column : Column.values()) {
      String cell = columns.cell(fields, column);
      if (cell == null && column.required()) {
        badRows.accept(new BadRow(file, line, columns.header(column), "", "非空内容"));
        return;
      }
      if (cell != null && cell.indexOf(REPLACEMENT) >= 0) {
        badRows.accept(
            new BadRow(file, line, columns.header(column), cell, "可按 UTF-8 或 GBK 解码的文字"));
        return;
      }
    }
    String time = columns.cell(fields, Column.CREATED_AT);
    LocalDateTime createdAt = time == null ? null : MessageTime.parse(time);
    if (time != null && createdAt == null) {
      badRows.accept(
          new BadRow(file, line, columns.header(Column.CREATED_AT), time, MessageTime.EXPECTED));
      return;
    }
    String id = columns.cell(fields, Column.ID);
    String content = columns.cell(fields, Column.CONTENT);
    if (id == null || content == null) {
      throw new IllegalStateException("a required column was checked above");
    }
    messages.accept(
        new CsvMessage(
            id,
            columns.cell(fields, Column.REQUESTER),
            columns.cell(fields, Column.PHONE),
            title(columns.cell(fields, Column.TITLE), content),
            content,
            createdAt,
            columns.cell(fields, Column.PLACE),
            line));
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
