package hotline.node.registry;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.entity.Checks;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.reference.HandlingUnit;
import hotline.node.registry.UnitBook.Entry;
import hotline.node.registry.UnitViews.ChangeView;
import hotline.node.registry.UnitViews.ChangedUnit;
import hotline.node.registry.UnitViews.NewUnit;
import hotline.node.registry.UnitViews.Step;
import hotline.node.registry.UnitViews.UnitView;
import hotline.node.store.AuditStore;
import hotline.node.store.UnitStore;
import hotline.node.store.UnitStore.UnitChange;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an administrator adds, changes, closes and reopens this node's handling units. What a unit
 * has been given before stays with it under the name that it had then; a closed unit finishes what
 * it has in hand and is given nothing more. Every change is kept with its reason and audited.
 */
@Controller("/api/units")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "units")
class UnitController {

  private static final Set<Role> ROLES = EnumSet.of(Role.ADMIN);

  private final Transactions transactions;
  private final UnitBook book;
  private final UnitStore store;
  private final Exports exports;
  private final AuditStore audit;
  private final Rules rules;
  private final Clock clock;

  UnitController(
      Transactions transactions,
      UnitBook book,
      UnitStore store,
      Exports exports,
      AuditStore audit,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.book = book;
    this.store = store;
    this.exports = exports;
    this.audit = audit;
    this.rules = rules;
    this.clock = clock;
  }

  /** All units, the closed ones too. */
  @Get
  List<UnitView> list(SignedInUser user) {
    Permissions.require(user, ROLES, "管理承办单位");
    book.refresh();
    return transactions.call(
        tx -> {
          Map<String, Long> inHand = store.inHand(tx, rules.self().code());
          Map<String, Long> accounts = store.accounts(tx);
          return book.entries().stream()
              .map(
                  entry ->
                      UnitView.of(
                          entry,
                          inHand.getOrDefault(entry.unit().code(), 0L),
                          accounts.getOrDefault(entry.unit().code(), 0L)))
              .toList();
        });
  }

  /** The list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Valid @RequestBean UnitQuery query,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(
        user.username(),
        format,
        UnitSheet.UNITS,
        query.described(),
        list(user).stream().filter(query::covers).toList());
  }

  /** What was changed about a unit, the newest first. */
  @Get("/{code}/history")
  List<ChangeView> history(String code, SignedInUser user) {
    Permissions.require(user, ROLES, "管理承办单位");
    entry(code);
    return transactions.call(tx -> store.history(tx, code)).stream().map(ChangeView::of).toList();
  }

  @Post
  HttpResponse<UnitView> create(SignedInUser user, @Valid @Body NewUnit body) {
    Permissions.require(user, ROLES, "新增承办单位");
    book.refresh();
    String code = body.code().strip();
    book.entry(code)
        .ifPresent(
            known -> {
              throw new RefusedException(
                  ErrorCode.ALREADY_EXISTS,
                  "代码“"
                      + code
                      + "”已属于“"
                      + known.unit().name()
                      + "”"
                      + (known.closed() ? "（已撤销，可恢复）" : ""));
            });
    HandlingUnit unit = body.unit().unit(code);
    new UnitRules(book.entries()).check(unit);
    return HttpResponse.created(put(user, "CREATE_UNIT", unit, 0, false, body.reason()));
  }

  @Put("/{code}")
  UnitView change(String code, SignedInUser user, @Valid @Body ChangedUnit body) {
    Permissions.require(user, ROLES, "修改承办单位");
    Entry entry = seen(code, body.version());
    Checks.require(
        !entry.closed(), ErrorCode.STATE_FORBIDS, "“" + entry.unit().name() + "”已撤销，请先恢复");
    HandlingUnit unit = body.unit().unit(code);
    new UnitRules(book.entries()).check(unit);
    return put(user, "CHANGE_UNIT", unit, body.version(), false, body.reason());
  }

  @Post("/{code}/close")
  UnitView close(String code, SignedInUser user, @Valid @Body Step body) {
    Permissions.require(user, ROLES, "撤销承办单位");
    Entry entry = seen(code, body.version());
    Checks.require(!entry.closed(), ErrorCode.STATE_FORBIDS, "“" + entry.unit().name() + "”已经撤销");
    new UnitRules(book.entries()).checkClose(entry.unit());
    return put(user, "CLOSE_UNIT", entry.unit(), body.version(), true, body.reason());
  }

  /** Gives a closed unit work again. */
  @Post("/{code}/reopen")
  UnitView reopen(String code, SignedInUser user, @Valid @Body Step body) {
    Permissions.require(user, ROLES, "恢复承办单位");
    Entry entry = seen(code, body.version());
    Checks.require(entry.closed(), ErrorCode.STATE_FORBIDS, "“" + entry.unit().name() + "”没有撤销");
    new UnitRules(book.entries()).check(entry.unit());
    return put(user, "REOPEN_UNIT", entry.unit(), body.version(), false, body.reason());
  }

  private Entry entry(String code) {
    return book.entry(code)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有代码为“" + code + "”的承办单位"));
  }

  /** The unit, when nobody has changed it since the user saw it. */
  private Entry seen(String code, int version) {
    book.refresh();
    Entry entry = entry(code);
    if (entry.version() != version) {
      throw stale(entry.unit(), version);
    }
    return entry;
  }

  private UnitView put(
      SignedInUser user,
      String action,
      HandlingUnit unit,
      int version,
      boolean closed,
      String reason) {
    Instant now = clock.instant();
    var change = new UnitChange(unit, version + 1, closed, reason.strip(), now, user.username());
    transactions.<RuntimeException>run(
        tx -> {
          if (!store.insert(tx, change)) {
            throw stale(unit, version);
          }
          audit.append(
              tx, now, user.username(), action, unit.code(), unit.name() + "：" + reason.strip());
        });
    book.refresh();
    return list(user).stream()
        .filter(view -> view.code().equals(unit.code()))
        .findFirst()
        .orElseThrow();
  }

  private static RefusedException stale(HandlingUnit unit, int version) {
    return new RefusedException(
        ErrorCode.STALE_VERSION, "“" + unit.name() + "”已有更新，收到的是第" + version + "版，请刷新后重试");
  }
}
