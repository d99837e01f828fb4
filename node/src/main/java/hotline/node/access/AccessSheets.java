package hotline.node.access;

import hotline.node.access.ApiClientController.ClientView;
import hotline.node.access.UserController.UserRow;
import hotline.node.classification.Category;
import hotline.node.classification.Role;
import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.reference.ReferenceData;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of exported accounts, of people and of other systems; no password and no key. */
final class AccessSheets {

  static final Sheet<ClientView> CLIENTS =
      new Sheet<>(
          "接口账号",
          List.of(
              new Column<>("账号", ClientView::id),
              new Column<>("名称", ClientView::name),
              new Column<>("种类", c -> c.kind().label()),
              new Column<>("适用范围", c -> c.scope().isEmpty() ? "不限" : c.scope()),
              new Column<>("发放时间", c -> Cells.time(c.createdAt())),
              new Column<>("发放人", ClientView::createdBy),
              new Column<>("状态", c -> c.revokedAt() == null ? "在用" : "已停用"),
              new Column<>("停用时间", c -> Cells.time(c.revokedAt()))));

  private AccessSheets() {}

  /** Units and regions are called as they are called now. */
  static Sheet<UserRow> users(ReferenceData reference) {
    return new Sheet<>(
        "用户与角色",
        List.of(
            new Column<>("账号", UserRow::username),
            new Column<>("姓名", UserRow::displayName),
            new Column<>("角色", u -> joined(u.roles().stream().map(Role::label).toList(), "")),
            new Column<>("单位代码", UserRow::unit),
            new Column<>("单位", u -> unitName(u.unit(), reference)),
            new Column<>(
                "区划权限",
                u -> joined(u.regions().stream().map(reference::regionName).toList(), "不限")),
            new Column<>(
                "诉求类型权限", u -> joined(u.categories().stream().map(Category::label).toList(), "不限")),
            new Column<>("状态", AccessSheets::state),
            new Column<>("锁定至", u -> Cells.time(u.lockedUntil()))));
  }

  private static @Nullable String unitName(@Nullable String code, ReferenceData reference) {
    return code == null ? null : reference.unitName(code);
  }

  private static String state(UserRow user) {
    if (user.disabled()) {
      return "已停用";
    }
    return user.lockedUntil() == null ? "正常" : "已锁定";
  }

  private static String joined(List<String> parts, String none) {
    return parts.isEmpty() ? none : parts.stream().collect(Collectors.joining("、"));
  }
}
