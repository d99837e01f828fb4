package hotline.requirements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue beside what the tests have proved. */
final class Coverage {
  private final Catalogue catalogue;
  private final Map<String, List<Proof>> proofs = new TreeMap<>();

  Coverage(Catalogue catalogue, Collection<Proof> all) {
    this.catalogue = catalogue;
    for (Proof proof : all) {
      proofs.computeIfAbsent(proof.row(), row -> new ArrayList<>()).add(proof);
    }
  }

  Collection<Row> rows() {
    return catalogue.rows();
  }

  List<Proof> proofsOf(Row row) {
    return proofs.getOrDefault(row.id(), List.of());
  }

  long count(RowStatus status) {
    return rows().stream().filter(row -> row.status() == status).count();
  }

  /** Open rows that tests prove in part. */
  long openWithTests() {
    return rows().stream()
        .filter(row -> row.status() == RowStatus.OPEN && isProved(proofsOf(row)))
        .count();
  }

  /**
   * What must not be, in Chinese.
   *
   * @param wholeRun whether all tests ran, so that a missing result is a missing proof
   */
  List<String> problems(boolean wholeRun) {
    List<String> problems = new ArrayList<>();
    proofs.forEach(
        (row, named) -> {
          if (!catalogue.has(row)) {
            problems.add(named.get(0).test() + " 标注了不存在的条目 " + row);
          }
        });
    if (wholeRun) {
      rows().stream()
          .filter(row -> row.status() == RowStatus.COVERED)
          .flatMap(row -> problemOf(row).stream())
          .forEach(problems::add);
    }
    return problems;
  }

  private List<String> problemOf(Row row) {
    List<Proof> named = proofsOf(row);
    List<Proof> failed = named.stream().filter(proof -> proof.outcome() == Outcome.FAILED).toList();
    if (!failed.isEmpty()) {
      return List.of(row.id() + " 标为已覆盖，但测试失败：" + failed.get(0).test());
    }
    return isProved(named) ? List.of() : List.of(row.id() + " 标为已覆盖，但没有通过的测试");
  }

  private static boolean isProved(List<Proof> named) {
    return named.stream().anyMatch(proof -> proof.outcome() == Outcome.PASSED)
        && named.stream().noneMatch(proof -> proof.outcome() == Outcome.FAILED);
  }
}
