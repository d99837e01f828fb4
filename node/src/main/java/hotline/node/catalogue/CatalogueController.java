package hotline.node.catalogue;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.catalogue.CatalogueViews.ActivationRequest;
import hotline.node.catalogue.CatalogueViews.ActivationView;
import hotline.node.catalogue.CatalogueViews.PreviewRequest;
import hotline.node.catalogue.CatalogueViews.PreviewView;
import hotline.node.catalogue.CatalogueViews.VersionView;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.reference.MatterCatalogue;
import hotline.node.store.AuditStore;
import hotline.sync.Transactions;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The node's catalogue of matters and whose they are 归口目录: looked at by its staff, changed by an
 * administrator, who sees first what would change. Every change is audited (CLS-07, CLS-11).
 */
@Controller("/api/catalogues")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "catalogues")
class CatalogueController {

  private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

  private final CatalogueBook book;
  private final CatalogueCheck check;
  private final Transactions transactions;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  CatalogueController(
      CatalogueBook book,
      CatalogueCheck check,
      Transactions transactions,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.book = book;
    this.check = check;
    this.transactions = transactions;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /** All versions, the newest first, that of the program last; the one in force is marked. */
  @Get
  List<VersionView> list(SignedInUser user) {
    requireStaff(user);
    int inForce = book.current().version();
    List<VersionView> views = new ArrayList<>();
    for (CatalogueVersion version : book.versions().all()) {
      views.add(0, VersionView.of(version, version.number() == inForce, false));
    }
    views.add(bundled(inForce, false));
    return views;
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(user.username(), format, CatalogueSheet.VERSIONS, "", list(user));
  }

  /** One version with its text; 0 is the one that comes with the program, to begin with. */
  @Get("/{number}")
  VersionView one(int number, SignedInUser user) {
    requireStaff(user);
    int inForce = book.current().version();
    return number == 0
        ? bundled(inForce, true)
        : book.versions()
            .find(number)
            .map(version -> VersionView.of(version, number == inForce, true))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有第" + number + "版归口目录"));
  }

  /** What would change if this became the catalogue, or what is wrong with it; changes nothing. */
  @Post("/preview")
  PreviewView preview(@Body @Valid PreviewRequest request, SignedInUser user) {
    Permissions.require(user, ADMIN, "预览归口目录");
    LocalDate from = request.effectiveFrom() == null ? book.today() : request.effectiveFrom();
    return transactions.call(tx -> check.preview(tx, request.text(), from));
  }

  /** Makes it the catalogue for what is registered from its day on. */
  @Post
  ActivationView activate(@Body @Valid ActivationRequest request, SignedInUser user) {
    Permissions.require(user, ADMIN, "启用归口目录");
    check.require(request.text());
    Instant now = clock.instant();
    int number =
        transactions.call(
            tx -> {
              int made =
                  book.activate(
                      tx,
                      request.text(),
                      request.source().strip(),
                      request.effectiveFrom(),
                      request.newest(),
                      user.username(),
                      request.reason());
              audit.append(
                  tx,
                  now,
                  user.username(),
                  "ACTIVATE_CATALOGUE",
                  "catalogue-" + made,
                  request.reason());
              return made;
            });
    book.refresh();
    return new ActivationView(number, book.current().version() == number);
  }

  private static VersionView bundled(int inForce, boolean whole) {
    return VersionView.bundled(
        MatterCatalogue.bundled().matters().size(),
        inForce == 0,
        whole ? MatterCatalogue.bundledText() : null);
  }

  private static void requireStaff(SignedInUser user) {
    if (user.seesOwnUnitOnly()) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "“查看归口目录”须由热线工作人员进行");
    }
  }
}
