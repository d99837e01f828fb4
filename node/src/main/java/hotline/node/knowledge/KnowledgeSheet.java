package hotline.node.knowledge;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.knowledge.KnowledgeViews.EntryView;
import java.util.List;
import java.util.Objects;

/** The columns of exported knowledge. */
final class KnowledgeSheet {

  static final Sheet<EntryView> ENTRIES =
      new Sheet<>(
          "知识条目",
          List.of(
              new Column<>("编号", e -> Long.toString(e.id())),
              new Column<>("问题", EntryView::question),
              new Column<>("答复", EntryView::answer),
              new Column<>("依据", EntryView::basis),
              new Column<>("责任单位", EntryView::unitName),
              new Column<>("公开属性", e -> e.openness().label()),
              new Column<>("状态", e -> e.state().label()),
              new Column<>("有效期起", e -> e.validFrom().toString()),
              new Column<>("有效期止", e -> Objects.toString(e.validUntil(), "长期")),
              new Column<>("是否过期", e -> Cells.yes(e.expired())),
              new Column<>("更新时间", e -> Cells.time(e.changedAt())),
              new Column<>("更新人", EntryView::changedBy)));

  private KnowledgeSheet() {}
}
