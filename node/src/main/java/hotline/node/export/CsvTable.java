package hotline.node.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a byte order mark, without which spreadsheets take Chinese for something else. What
 * a spreadsheet would take for a formula is made text by an apostrophe: it was written by a
 * stranger.
 */
final class CsvTable implements TableWriter {

  private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Cntrl}]*[=+\\-@＝＋－＠]");
  private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

  private final Writer out;
  private long rows;

  CsvTable(OutputStream out, List<String> headers) throws IOException {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.out.write('\uFEFF');
    line(headers);
  }

  @Override
  public void row(List<@Nullable String> cells) throws IOException {
    line(cells);
    rows++;
  }

  @Override
  public void finish() throws IOException {
    out.write("导出完毕，共 " + rows + " 条\r\n");
    out.flush();
  }

  private void line(List<? extends @Nullable String> cells) throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.write(separator);
      out.write(cell == null ? "" : quoted(cell));
      separator = ",";
    }
    out.write("\r\n");
  }

  private static String quoted(String cell) {
    String text = FORMULA.matcher(cell).find() ? "'" + cell : cell;
    return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
