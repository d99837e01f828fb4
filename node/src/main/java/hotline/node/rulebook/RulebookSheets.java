package hotline.node.rulebook;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.rulebook.CalendarController.DayView;
import hotline.node.rulebook.CalendarController.YearView;
import hotline.node.rulebook.PolicyViews.VersionView;
import hotline.node.ticket.PersonalNumbers;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The columns of exported policies and calendars. */
final class RulebookSheets {

  static final Sheet<VersionView> POLICIES =
      new Sheet<>(
          "规则版本",
          List.of(
              new Column<>("版本", v -> Integer.toString(v.number())),
              new Column<>("名称", VersionView::name),
              new Column<>("文件", VersionView::source),
              new Column<>("是否现行", v -> Cells.yes(v.inForce())),
              new Column<>("施行日期", v -> Cells.day(v.effectiveFrom())),
              new Column<>("废止日期", v -> Cells.day(v.repealedOn())),
              new Column<>("启用时间", v -> Cells.time(v.activatedAt())),
              new Column<>("经办人", VersionView::activatedBy),
              new Column<>("原因", v -> PersonalNumbers.hidden(v.reason()))));

  static final Sheet<Day> DAYS =
      new Sheet<>(
          "工作日历",
          List.of(
              new Column<>("年份", d -> Integer.toString(d.year().year())),
              new Column<>("日期", d -> Cells.day(d.day().date())),
              new Column<>("节日", d -> d.day().name()),
              new Column<>("安排", d -> d.day().isOffDay() ? "放假" : "调休上班"),
              new Column<>("版本", d -> Integer.toString(d.year().version())),
              new Column<>("依据", d -> d.year().source()),
              new Column<>("导入时间", d -> Cells.time(d.year().importedAt())),
              new Column<>("导入人", d -> d.year().importedBy())));

  private RulebookSheets() {}

  /** A day that is not as its weekday, with the notice of its year. */
  record Day(YearView year, DayView day) {

    /** The days that hold, of each year those that were learnt last. */
    static List<Day> of(Collection<YearView> learnt) {
      TreeMap<Integer, YearView> newest = new TreeMap<>();
      learnt.forEach(year -> newest.put(year.year(), year));
      return newest.values().stream()
          .flatMap(year -> year.days().stream().map(day -> new Day(year, day)))
          .toList();
    }
  }
}
