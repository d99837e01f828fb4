package hotline.node.registry;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.ReferenceData;
import hotline.node.store.AuditStore;
import hotline.node.store.UnitOfficeStore;
import hotline.node.store.UnitOfficeStore.UnitOffice;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Each handling unit names the office that sees to its tickets and the people it has for that, full
 * time or part time (CAP-04); who has not named any can be listed.
 */
@Controller("/api/unit-offices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "registry")
class UnitOfficeController {

  private static final Set<Role> OWN_PEOPLE =
      EnumSet.of(Role.UNIT_HANDLER, Role.UNIT_DEPUTY, Role.UNIT_PRINCIPAL);

  private final Transactions transactions;
  private final UnitOfficeStore offices;
  private final ReferenceData reference;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  UnitOfficeController(
      Transactions transactions,
      UnitOfficeStore offices,
      ReferenceData reference,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.transactions = transactions;
    this.offices = offices;
    this.reference = reference;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * All units of the node; a unit's people see their own.
   *
   * @param missing only those that have named none
   */
  @Get
  List<UnitOfficeView> list(
      SignedInUser user, @QueryValue(defaultValue = "false") boolean missing) {
    Map<String, UnitOffice> named =
        transactions.call(offices::newest).stream()
            .collect(Collectors.toMap(UnitOffice::unit, Function.identity()));
    return reference.units().stream()
        .filter(unit -> user.unit().map(unit.code()::equals).orElse(true))
        .filter(unit -> !missing || !named.containsKey(unit.code()))
        .map(unit -> UnitOfficeView.of(unit, named.get(unit.code())))
        .toList();
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @QueryValue(defaultValue = "false") boolean missing,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(
        user.username(), format, RegistrySheets.OFFICES, "missing=" + missing, list(user, missing));
  }

  /** Names it; an administrator for any unit, a unit's own people for theirs. */
  @Put("/{code}")
  UnitOfficeView set(String code, SignedInUser user, @Valid @Body UnitOfficeRequest request) {
    HandlingUnit unit =
        reference
            .unit(code)
            .orElseThrow(
                () -> new RefusedException(ErrorCode.NOT_FOUND, "没有代码为“" + code + "”的承办单位"));
    boolean own = user.unit().filter(code::equals).isPresent() && user.hasAny(OWN_PEOPLE);
    if (!own) {
      Permissions.require(user, EnumSet.of(Role.ADMIN), "登记其他单位的内部办理机构");
    }
    if (request.fullTime() + request.partTime() == 0) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "须配备专职或兼职人员至少 1 名，收到 0 名");
    }
    UnitOffice office =
        new UnitOffice(
            code,
            request.office().strip(),
            request.fullTime(),
            request.partTime(),
            request.phone(),
            clock.instant(),
            user.username());
    transactions.<RuntimeException>run(
        tx -> {
          offices.insert(tx, office);
          audit.append(
              tx, clock.instant(), user.username(), "SET_UNIT_OFFICE", code, office.office());
        });
    return UnitOfficeView.of(unit, office);
  }

  /**
   * @param phone of the office
   */
  @Serdeable
  record UnitOfficeRequest(
      @NotBlank @Size(max = 200) String office,
      @Min(0) @Max(10_000) int fullTime,
      @Min(0) @Max(10_000) int partTime,
      @Pattern(regexp = "[0-9-]{5,32}") String phone) {}

  /** A unit with its office; without one nothing has been named. */
  @Serdeable
  record UnitOfficeView(
      String code,
      String name,
      @Nullable String office,
      int fullTime,
      int partTime,
      @Nullable String phone,
      @Nullable OffsetDateTime since) {

    static UnitOfficeView of(HandlingUnit unit, @Nullable UnitOffice office) {
      return office == null
          ? new UnitOfficeView(unit.code(), unit.name(), null, 0, 0, null, null)
          : new UnitOfficeView(
              unit.code(),
              unit.name(),
              office.office(),
              office.fullTime(),
              office.partTime(),
              office.phone(),
              Times.local(office.setAt()));
    }
  }
}
