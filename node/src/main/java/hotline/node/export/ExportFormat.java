package hotline.node.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** As what a table is written. */
public enum ExportFormat {
  /** A workbook; one that was broken off cannot be opened. */
  XLSX(ExportFormat.XLSX_TYPE),
  /** Text; its last line says how many rows there are, so that one that was broken off lacks it. */
  CSV(ExportFormat.CSV_TYPE + "; charset=utf-8");

  public static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  public static final String CSV_TYPE = "text/csv";

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  public String extension() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** A table of this name, of which the header is written at once. */
  public TableWriter open(OutputStream out, String name, List<String> headers) throws IOException {
    return switch (this) {
      case XLSX -> new XlsxTable(out, name, headers);
      case CSV -> new CsvTable(out, headers);
    };
  }
}
