package hotline.requirements;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The coverage as a table: one for people, one for programs. */
final class CoverageTable {
  private final Coverage coverage;

  CoverageTable(Coverage coverage) {
    this.coverage = coverage;
  }

  /** One line: how many rows stand where. */
  String totals() {
    return Arrays.stream(RowStatus.values())
            .map(status -> status.title() + " " + coverage.count(status))
            .collect(Collectors.joining("，"))
        + "（未完成中已有部分测试的 "
        + coverage.openWithTests()
        + "）";
  }

  String markdown() {
    String rows =
        coverage.rows().stream()
            .map(
                row ->
                    "| %s | %s | %s | %s |"
                        .formatted(row.id(), row.title(), state(row), tests(row)))
            .collect(Collectors.joining("\n"));
    return """
        # 需求覆盖表

        %s

        | 条目 | 要求 | 状态 | 测试 |
        |---|---|---|---|
        %s
        """
        .formatted(totals(), rows);
  }

  /** Columns: row, status, test, result, title; a row without tests has one line. */
  String tsv() {
    return Stream.concat(
            Stream.of("row\tstatus\ttest\tresult\ttitle"),
            coverage.rows().stream().flatMap(this::lines))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Stream<String> lines(Row row) {
    List<Proof> proofs = coverage.proofsOf(row);
    if (proofs.isEmpty()) {
      return Stream.of(String.join("\t", row.id(), row.status().code(), "", "", row.title()));
    }
    return proofs.stream()
        .map(
            proof ->
                String.join(
                    "\t",
                    row.id(),
                    row.status().code(),
                    proof.test(),
                    proof.outcome().name(),
                    row.title()));
  }

  private static String state(Row row) {
    return row.note().isEmpty() ? row.status().title() : row.status().title() + "：" + row.note();
  }

  private String tests(Row row) {
    return coverage.proofsOf(row).stream()
        .map(proof -> simpleName(proof.test()) + " " + proof.outcome().title())
        .collect(Collectors.joining("<br>"));
  }

  private static String simpleName(String test) {
    return test.substring(test.lastIndexOf('.', test.indexOf('#')) + 1);
  }
}
