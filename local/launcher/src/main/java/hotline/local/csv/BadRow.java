package hotline.local.csv;

import java.nio.file.Path;

/** A row that was left out, and why: where it stands, what was given and what was expected. */
public record BadRow(Path file, long line, String column, String given, String expected) {

  private static final int SHOWN = 40;

  /** One line for the terminal; a long cell is cut so that it stays one line. */
  public String describe() {
    String shown = given.length() > SHOWN ? given.substring(0, SHOWN) + "…" : given;
    return "%s 第 %d 行，列“%s”：给出“%s”，应为%s"
        .formatted(file.getFileName(), line, column, shown.replaceAll("\\s+", " "), expected);
  }
}
