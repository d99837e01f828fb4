package hotline.node.registry;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.registry.UnitViews.UnitView;
import java.util.List;

/** The columns of exported handling units. */
final class UnitSheet {

  static final Sheet<UnitView> UNITS =
      new Sheet<>(
          "承办单位",
          List.of(
              new Column<>("代码", UnitView::code),
              new Column<>("名称", UnitView::name),
              new Column<>("归口职能", u -> String.join("；", u.functions())),
              new Column<>("上级单位代码", UnitView::parent),
              new Column<>("主管单位代码", UnitView::supervisor),
              new Column<>("在办件数", u -> Long.toString(u.inHand())),
              new Column<>("账号数", u -> Long.toString(u.accounts())),
              new Column<>("是否撤销", u -> Cells.yes(u.closed())),
              new Column<>("最近修改时间", u -> Cells.time(u.changedAt())),
              new Column<>("最近修改人", UnitView::changedBy)));

  private UnitSheet() {}
}
