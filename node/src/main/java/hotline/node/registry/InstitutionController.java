package hotline.node.registry;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.store.AuditStore;
import hotline.node.store.DutyStore;
import hotline.node.store.DutyStore.Institution;
import hotline.sync.Transactions;
import io.micronaut.http.HttpResponse;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/**
 * Which bodies coordinate (TOP-32): a leading group here, a joint conference there, so a role with
 * a name and not a word in the program.
 */
@Controller("/api/institutions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "registry")
class InstitutionController {

  private final Transactions transactions;
  private final DutyStore store;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  InstitutionController(
      Transactions transactions, DutyStore store, Exports exports, AuditStore audit, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a body may be. */
  enum InstitutionRole {
    COORDINATING_BODY("议事协调机构"),
    OFFICE("办公室"),
    SUPERVISING_DEPARTMENT("督查部门");

    private final String label;

    InstitutionRole(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** Newest first: the first of a role holds, the others held before. */
  @Get
  List<InstitutionView> list(SignedInUser user) {
    return transactions.call(
        tx -> store.institutions(tx).stream().map(InstitutionView::of).toList());
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(
        user.username(),
        format,
        RegistrySheets.INSTITUTIONS,
        "",
        RegistrySheets.Body.of(list(user)));
  }

  @Post
  HttpResponse<InstitutionView> set(SignedInUser user, @Valid @Body InstitutionRequest request) {
    Permissions.require(user, EnumSet.of(Role.ADMIN), "设定议事协调机构");
    Institution institution =
        new Institution(
            request.role().name(),
            request.name(),
            request.head(),
            request.since(),
            user.username());
    transactions.<RuntimeException>run(
        tx -> {
          store.insert(tx, institution);
          audit.append(
              tx,
              clock.instant(),
              user.username(),
              "SET_INSTITUTION",
              institution.role(),
              institution.name());
        });
    return HttpResponse.created(InstitutionView.of(institution));
  }

  /**
   * @param head the office that heads it, e.g. 市长
   */
  @Serdeable
  record InstitutionRequest(
      @NotNull InstitutionRole role,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 100) String head,
      @NotNull LocalDate since) {}

  /** A body with its role. */
  @Serdeable
  record InstitutionView(InstitutionRole role, String name, String head, LocalDate since) {
    static InstitutionView of(Institution institution) {
      return new InstitutionView(
          InstitutionRole.valueOf(institution.role()),
          institution.name(),
          institution.head(),
          institution.since());
    }
  }
}
