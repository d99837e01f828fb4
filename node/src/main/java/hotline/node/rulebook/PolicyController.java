package hotline.node.rulebook;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.policy.PolicyDocument;
import hotline.node.rulebook.PolicyViews.ActivationRequest;
import hotline.node.rulebook.PolicyViews.ActivationView;
import hotline.node.rulebook.PolicyViews.BundledView;
import hotline.node.rulebook.PolicyViews.PreviewRequest;
import hotline.node.rulebook.PolicyViews.PreviewView;
import hotline.node.rulebook.PolicyViews.VersionView;
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
import java.util.List;
import java.util.Set;

/**
 * The node's policy: looked at by its staff, changed by an administrator, who sees first what would
 * change. Every step is audited (TOP-33, Q-11).
 */
@Controller("/api/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "policies")
class PolicyController {

  private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

  private final PolicyBook book;
  private final PolicyPreview preview;
  private final Transactions transactions;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  PolicyController(
      PolicyBook book,
      PolicyPreview preview,
      Transactions transactions,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.book = book;
    this.preview = preview;
    this.transactions = transactions;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /** All versions, the newest first; the one in force now is marked. */
  @Get
  List<VersionView> list(SignedInUser user) {
    requireStaff(user);
    int inForce = book.at(clock.instant()).version();
    return book.versions().all().stream()
        .map(version -> VersionView.of(version, version.row().number() == inForce, false))
        .sorted((a, b) -> Integer.compare(b.number(), a.number()))
        .toList();
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(user.username(), format, RulebookSheets.POLICIES, "", list(user));
  }

  /** One version with its text, as written and with all that it leaves open filled in. */
  @Get("/{number}")
  VersionView one(int number, SignedInUser user) {
    requireStaff(user);
    PolicyVersion version =
        book.versions()
            .find(number)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有第" + number + "版规则"));
    audit(user, "READ_POLICY", number, "");
    return VersionView.of(version, number == book.at(clock.instant()).version(), true);
  }

  /** The policies that come with the program. */
  @Get("/bundled")
  List<BundledView> bundled(SignedInUser user) {
    requireStaff(user);
    return PolicyDocument.BUNDLED.stream().map(BundledView::new).toList();
  }

  /** The text of a policy that comes with the program, to begin with. */
  @Get("/bundled/{name}")
  @Produces("text/plain; charset=utf-8")
  String bundled(String name, SignedInUser user) {
    requireStaff(user);
    try {
      return PolicyDocument.bundledText(name);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.NOT_FOUND, String.valueOf(e.getMessage()));
    }
  }

  /** What would change if this became the policy; changes nothing. */
  @Post("/preview")
  PreviewView preview(@Body @Valid PreviewRequest request, SignedInUser user) {
    Permissions.require(user, ADMIN, "预览规则");
    PreviewView view = transactions.call(tx -> preview.of(tx, request.text()));
    audit(user, "PREVIEW_POLICY", view.newest() + 1, view.name());
    return view;
  }

  /** Makes it the policy for what is accepted from now on. */
  @Post
  ActivationView activate(@Body @Valid ActivationRequest request, SignedInUser user) {
    Permissions.require(user, ADMIN, "启用规则");
    Instant now = clock.instant();
    int number =
        transactions.call(
            tx -> {
              int made =
                  book.activate(
                      tx, request.text(), request.newest(), user.username(), request.reason());
              audit.append(
                  tx, now, user.username(), "ACTIVATE_POLICY", "policy-" + made, request.reason());
              return made;
            });
    book.refresh();
    return new ActivationView(number, book.at(clock.instant()).version() == number);
  }

  private void audit(SignedInUser user, String action, int number, String detail) {
    transactions.call(
        tx -> {
          audit.append(tx, clock.instant(), user.username(), action, "policy-" + number, detail);
          return number;
        });
  }

  private static void requireStaff(SignedInUser user) {
    if (user.seesOwnUnitOnly()) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "“查看规则”须由热线工作人员进行");
    }
  }
}
