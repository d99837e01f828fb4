package hotline.node.reference;

import hotline.node.classification.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Catalogues of matters as CSV: a line of headers in any order, then a matter a line. Several
 * values in one cell are separated by {@code ；}. All mistakes are found at once, each with its
 * line.
 */
public final class CatalogueCsv {

  private static final String CODE = "事项代码";
  private static final String PATH = "事项目录";
  private static final String DOMAIN = "领域";
  private static final String FUNCTION = "归口职能";
  private static final String UNIT = "承办单位";
  private static final String CO_FUNCTIONS = "协办职能";
  private static final String WORDS = "关键词";

  private static final List<String> NEEDED = List.of(CODE, PATH, DOMAIN, FUNCTION);
  private static final List<String> HEADERS =
      List.of(CODE, PATH, DOMAIN, FUNCTION, UNIT, CO_FUNCTIONS, WORDS);

  private static final Pattern CODE_FORM = Pattern.compile("[A-Z]{2}[0-9]{4,8}");
  private static final int MOST_MATTERS = 5000;
  private static final int LONGEST_PATH = 120;

  private CatalogueCsv() {}

  /** A mistake, and in which line it is. */
  public record Problem(int line, String message) {

    @Override
    public String toString() {
      return "第" + line + "行：" + message;
    }
  }

  /**
   * What was read.
   *
   * @param byLine the matters without problems, by the lines that they stand in
   */
  public record Parsed(Map<Integer, Matter> byLine, List<Problem> problems) {

    /** In the order of their lines. */
    public List<Matter> matters() {
      return List.copyOf(byLine.values());
    }
  }

  /** Reads a catalogue. */
  public static Parsed parse(String text) {
    List<CsvText.Row> rows = CsvText.rows(text);
    List<Problem> problems = new ArrayList<>();
    if (rows.isEmpty()) {
      return new Parsed(Map.of(), List.of(new Problem(1, "归口目录是空的，首行应为表头" + HEADERS)));
    }
    Map<String, Integer> columns = columns(rows.get(0), problems);
    Map<Integer, Matter> matters = new TreeMap<>();
    if (problems.isEmpty()) {
      Reader reader = new Reader(columns, problems);
      rows.stream()
          .skip(1)
          .forEach(row -> reader.matter(row).ifPresent(found -> matters.put(row.line(), found)));
      if (rows.size() == 1) {
        problems.add(new Problem(2, "归口目录没有事项"));
      } else if (rows.size() > MOST_MATTERS + 1) {
        problems.add(
            new Problem(rows.get(MOST_MATTERS + 1).line(), "事项不应超过 " + MOST_MATTERS + " 条"));
      }
    }
    return new Parsed(matters, List.copyOf(problems));
  }

  /** The same for those below, who have other units: they go by the functions. */
  public static String withoutUnits(List<Matter> matters) {
    StringBuilder text = new StringBuilder(String.join(",", HEADERS)).append('\n');
    for (Matter matter : matters) {
      text.append(
              String.join(
                  ",",
                  CsvText.cell(matter.code()),
                  CsvText.cell(matter.path()),
                  matter.domain().label(),
                  CsvText.cell(matter.function()),
                  "",
                  CsvText.cell(String.join("；", matter.coFunctions())),
                  CsvText.cell(String.join("；", matter.words()))))
          .append('\n');
    }
    return text.toString();
  }

  private static Map<String, Integer> columns(CsvText.Row header, List<Problem> problems) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.cells().size(); i++) {
      String name = header.cells().get(i);
      if (!HEADERS.contains(name)) {
        problems.add(new Problem(header.line(), "没有“" + name + "”这一列，可用的列是" + HEADERS));
      } else if (columns.put(name, i) != null) {
        problems.add(new Problem(header.line(), "列“" + name + "”出现了两次"));
      }
    }
    for (String needed : NEEDED) {
      if (!columns.containsKey(needed)) {
        problems.add(new Problem(header.line(), "缺少列“" + needed + "”"));
      }
    }
    return columns;
  }

  /** Reads the matters of one text. */
  private static final class Reader {

    private final Map<String, Integer> columns;
    private final List<Problem> problems;
    private final Set<String> codes = new HashSet<>();
    private final Set<String> paths = new HashSet<>();

    Reader(Map<String, Integer> columns, List<Problem> problems) {
      this.columns = columns;
      this.problems = problems;
    }

    Optional<Matter> matter(CsvText.Row row) {
      String code = cell(row, CODE);
      String path = cell(row, PATH);
      String function = cell(row, FUNCTION);
      Optional<Domain> domain = Domain.labelled(cell(row, DOMAIN));
      int before = problems.size();
      require(row, CODE_FORM.matcher(code).matches(), "事项代码应为两个大写字母和4至8位数字，收到“" + code + "”");
      require(row, codes.add(code), "事项代码“" + code + "”重复");
      require(
          row,
          !path.isBlank() && path.length() <= LONGEST_PATH && !path.endsWith("/"),
          "事项目录应为1至" + LONGEST_PATH + "个字、以“/”分级，收到“" + path + "”");
      require(row, paths.add(path), "事项目录“" + path + "”重复");
      require(
          row,
          domain.isPresent(),
          "领域应为"
              + Arrays.stream(Domain.values()).map(Domain::label).toList()
              + "之一，收到“"
              + cell(row, DOMAIN)
              + "”");
      require(row, !function.isBlank(), "归口职能不能为空");
      require(row, row.cells().size() <= columns.size(), "多于" + columns.size() + "列");
      String unit = cell(row, UNIT);
      return problems.size() > before || domain.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Matter(
                  code,
                  path,
                  domain.get(),
                  function,
                  unit.isEmpty() ? Optional.empty() : Optional.of(unit),
                  many(cell(row, CO_FUNCTIONS)),
                  many(cell(row, WORDS))));
    }

    private void require(CsvText.Row row, boolean holds, String message) {
      if (!holds) {
        problems.add(new Problem(row.line(), message));
      }
    }

    private String cell(CsvText.Row row, String header) {
      @Nullable Integer column = columns.get(header);
      return column == null || column >= row.cells().size() ? "" : row.cells().get(column);
    }

    private static List<String> many(String cell) {
      return Arrays.stream(cell.split("[;；]", -1))
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .toList();
    }
  }
}
