package hotline.node.registry;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.reference.ReferenceData;
import hotline.node.registry.DutyController.DutyView;
import hotline.node.registry.ExpertSeatController.SeatView;
import hotline.node.registry.InstitutionController.InstitutionRole;
import hotline.node.registry.InstitutionController.InstitutionView;
import hotline.node.registry.UnitOfficeController.UnitOfficeView;
import hotline.node.ticket.PersonalNumbers;
import hotline.node.view.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of what is exported of the registry, but for the handling units themselves. */
final class RegistrySheets {

  static final Sheet<UnitOfficeView> OFFICES =
      new Sheet<>(
          "内部办理机构",
          List.of(
              new Column<>("单位代码", UnitOfficeView::code),
              new Column<>("承办单位", UnitOfficeView::name),
              new Column<>("办理机构", o -> o.office() == null ? "未登记" : o.office()),
              new Column<>("电话", UnitOfficeView::phone),
              new Column<>("专职人员", o -> Integer.toString(o.fullTime())),
              new Column<>("兼职人员", o -> Integer.toString(o.partTime())),
              new Column<>("登记时间", o -> Cells.time(o.since()))));

  static final Sheet<Body> INSTITUTIONS =
      new Sheet<>(
          "议事协调机构",
          List.of(
              new Column<>("职责", b -> b.of().role().label()),
              new Column<>("名称", b -> b.of().name()),
              new Column<>("牵头", b -> b.of().head()),
              new Column<>("自", b -> Cells.day(b.of().since())),
              new Column<>("状态", b -> b.holds() ? "现任" : "曾任")));

  static final Sheet<SeatView> SEATS =
      new Sheet<>(
          "专家座席",
          List.of(
              new Column<>("热线或业务", SeatView::field),
              new Column<>("单位代码", SeatView::unit),
              new Column<>("所属单位", SeatView::unitName),
              new Column<>("位置", s -> s.remote() ? "部门远端" : "话务大厅"),
              new Column<>("远端的原因", s -> PersonalNumbers.hidden(s.reason()))));

  static final Sheet<LineView> LINES =
      new Sheet<>(
          "热线归并",
          List.of(
              new Column<>("号码", LineView::number),
              new Column<>("名称", LineView::name),
              new Column<>("用途", LineView::purpose),
              new Column<>("归并方式", LineView::modeLabel),
              new Column<>("业务主管部门", l -> name(l.department())),
              new Column<>("分中心", l -> name(l.node())),
              new Column<>("7×24 小时", l -> Cells.yes(l.roundTheClock())),
              new Column<>("管理单位", RegistrySheets::managers),
              new Column<>("过渡期语音提示至", l -> Cells.time(l.promptUntil())),
              new Column<>("开通日期", l -> Cells.day(l.establishedOn())),
              new Column<>("登记时间", l -> Cells.time(l.registeredAt())),
              new Column<>("所属节点编码", l -> l.owner().code()),
              new Column<>("所属节点", l -> l.owner().name()),
              new Column<>("状态", l -> l.cancelledAt() == null ? "在用" : "已取消"),
              new Column<>("取消时间", l -> Cells.time(l.cancelledAt()))));

  private RegistrySheets() {}

  /** A body, and whether it is the one that has the role now. */
  record Body(InstitutionView of, boolean holds) {

    /** Of all bodies, the newest first. */
    static List<Body> of(List<InstitutionView> bodies) {
      Set<InstitutionRole> held = EnumSet.noneOf(InstitutionRole.class);
      return bodies.stream().map(body -> new Body(body, held.add(body.role()))).toList();
    }
  }

  /** Units are called as they are called now. */
  static Sheet<DutyView> duties(ReferenceData reference) {
    return new Sheet<>(
        "值守安排",
        List.of(
            new Column<>("种类", d -> d.kind().label()),
            new Column<>("值守人", DutyView::who),
            new Column<>("单位代码", DutyView::unit),
            new Column<>("单位", d -> unitName(d.unit(), reference)),
            new Column<>("开始", d -> Cells.time(d.from())),
            new Column<>("结束", d -> Cells.time(d.to())),
            new Column<>("备注", d -> PersonalNumbers.hidden(d.note()))));
  }

  private static @Nullable String unitName(@Nullable String code, ReferenceData reference) {
    return code == null ? null : reference.unitName(code);
  }

  private static @Nullable String name(@Nullable Named named) {
    return named == null ? null : named.name();
  }

  private static String managers(LineView line) {
    return line.managers().stream()
        .map(manager -> manager.body() + (manager.leads() ? "（为主）" : ""))
        .collect(Collectors.joining("、"));
  }
}
