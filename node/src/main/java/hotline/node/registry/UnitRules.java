package hotline.node.registry;

import hotline.node.entity.Checks;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.HandlingUnit;
import hotline.node.registry.UnitBook.Entry;
import hotline.node.ticket.UnitCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a handling unit may be changed to. Pure. */
final class UnitRules {

  private final List<Entry> entries;

  /**
   * Rules over the units that there are.
   *
   * @param entries the closed ones too
   */
  UnitRules(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Demands that a unit may be added or be as it is given.
   *
   * @throws RefusedException naming what was given and what was expected
   */
  void check(HandlingUnit unit) {
    Checks.require(
        UnitCode.isOne(unit.code()),
        ErrorCode.INVALID_INPUT,
        "单位代码应为 1 至 32 位字母、数字、点、下划线或短横线，收到“" + unit.code() + "”");
    open()
        .filter(other -> !other.code().equals(unit.code()) && other.name().equals(unit.name()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new RefusedException(
                  ErrorCode.ALREADY_EXISTS, "已有名称为“" + unit.name() + "”的单位，代码 " + other.code());
            });
    unit.parent().ifPresent(code -> requireOpen(unit, code, "上级单位"));
    unit.supervisor().ifPresent(code -> requireOpen(unit, code, "主管部门"));
    requireNoCircle(unit);
  }

  /** Demands that nothing is reached through a unit that is to be closed. */
  void checkClose(HandlingUnit unit) {
    List<String> below =
        open()
            .filter(other -> other.parent().filter(unit.code()::equals).isPresent())
            .map(HandlingUnit::name)
            .toList();
    Checks.require(
        below.isEmpty(),
        ErrorCode.STATE_FORBIDS,
        "“" + unit.name() + "”仍有二级单位：" + String.join("、", below) + "，请先改由其他单位管理或撤销");
    Checks.require(
        open().count() > 1, ErrorCode.STATE_FORBIDS, "“" + unit.name() + "”是最后一个承办单位，不能撤销");
  }

  private void requireOpen(HandlingUnit unit, String code, String what) {
    Checks.require(
        open().anyMatch(other -> other.code().equals(code) && !code.equals(unit.code())),
        ErrorCode.INVALID_INPUT,
        what + "应为本节点其他在用的承办单位，收到“" + code + "”");
  }

  private void requireNoCircle(HandlingUnit unit) {
    Set<String> seen = new HashSet<>(Set.of(unit.code()));
    Optional<String> next = unit.parent();
    while (next.isPresent()) {
      Checks.require(
          seen.add(next.get()),
          ErrorCode.INVALID_INPUT,
          "上级单位“" + unit.parent().orElse("") + "”本身在“" + unit.name() + "”之下");
      next = find(next.get()).flatMap(HandlingUnit::parent);
    }
  }

  private Optional<HandlingUnit> find(String code) {
    return open().filter(unit -> unit.code().equals(code)).findFirst();
  }

  private Stream<HandlingUnit> open() {
    return entries.stream().filter(entry -> !entry.closed()).map(Entry::unit);
  }
}
