package hotline.node.catalogue;

import hotline.node.catalogue.CatalogueViews.VersionView;
import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.ticket.PersonalNumbers;
import java.util.List;

/** The columns of the exported versions of the catalogue. */
final class CatalogueSheet {

  static final Sheet<VersionView> VERSIONS =
      new Sheet<>(
          "归口目录版本",
          List.of(
              new Column<>("版本", v -> Integer.toString(v.number())),
              new Column<>("文件", VersionView::source),
              new Column<>("下发节点编码", VersionView::origin),
              new Column<>("是否现行", v -> Cells.yes(v.inForce())),
              new Column<>("施行日期", v -> Cells.day(v.effectiveFrom())),
              new Column<>("事项数", v -> Integer.toString(v.matters())),
              new Column<>("启用时间", v -> Cells.time(v.activatedAt())),
              new Column<>("经办人", VersionView::activatedBy),
              new Column<>("原因", v -> PersonalNumbers.hidden(v.reason()))));

  private CatalogueSheet() {}
}
