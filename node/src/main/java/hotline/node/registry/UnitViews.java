package hotline.node.registry;

import hotline.node.classification.Domain;
import hotline.node.reference.HandlingUnit;
import hotline.node.registry.UnitBook.Entry;
import hotline.node.store.UnitStore.UnitChange;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the interface about handling units takes and gives. */
final class UnitViews {

  private UnitViews() {}

  /**
   * A unit as it shall be.
   *
   * @param functions keys that matters refer to
   * @param parent code of the unit that a second-level unit is reached through
   * @param supervisor code of the department that supervises a public utility
   * @param domains what it has an eye on, whoever handles it
   */
  @Serdeable
  record UnitRequest(
      @NotBlank @Size(max = 100) String name,
      @NotNull @Size(max = 30) List<@Pattern(regexp = "[A-Za-z0-9_-]{1,30}") String> functions,
      @Nullable @Size(max = 32) String parent,
      @Nullable @Size(max = 32) String supervisor,
      @Nullable Set<Domain> domains) {

    HandlingUnit unit(String code) {
      return new HandlingUnit(
          code,
          name.strip(),
          functions.stream().distinct().toList(),
          given(parent),
          given(supervisor),
          domains == null ? Set.of() : domains);
    }

    private static Optional<String> given(@Nullable String code) {
      return Optional.ofNullable(code).map(String::strip).filter(text -> !text.isEmpty());
    }
  }

  @Serdeable
  record NewUnit(
      @NotBlank @Size(max = 32) String code,
      @NotNull @Valid UnitRequest unit,
      @NotBlank @Size(max = 400) String reason) {}

  /**
   * @param version the one that the user has seen
   */
  @Serdeable
  record ChangedUnit(
      @NotNull @Valid UnitRequest unit,
      @Min(0) int version,
      @NotBlank @Size(max = 400) String reason) {}

  /**
   * @param version the one that the user has seen
   */
  @Serdeable
  record Step(@Min(0) int version, @NotBlank @Size(max = 400) String reason) {}

  /**
   * A unit.
   *
   * @param inList whether it stands in the list that the node was started with
   * @param version 0 while it is as listed, then the number of its newest change
   * @param inHand assignments that it has not finished
   * @param accounts of its people that can sign in
   */
  @Serdeable
  record UnitView(
      String code,
      String name,
      List<String> functions,
      @Nullable String parent,
      @Nullable String supervisor,
      Set<Domain> domains,
      boolean closed,
      boolean inList,
      int version,
      @Nullable OffsetDateTime changedAt,
      @Nullable String changedBy,
      long inHand,
      long accounts) {

    static UnitView of(Entry entry, long inHand, long accounts) {
      HandlingUnit unit = entry.unit();
      UnitChange change = entry.change();
      return new UnitView(
          unit.code(),
          unit.name(),
          unit.functions(),
          unit.parent().orElse(null),
          unit.supervisor().orElse(null),
          new TreeSet<>(unit.domains()),
          entry.closed(),
          entry.inList(),
          entry.version(),
          change == null ? null : Times.local(change.changedAt()),
          change == null ? null : change.changedBy(),
          inHand,
          accounts);
    }
  }

  /** What was changed about a unit, and why. */
  @Serdeable
  record ChangeView(
      int version,
      String name,
      List<String> functions,
      @Nullable String parent,
      boolean closed,
      String reason,
      OffsetDateTime changedAt,
      String changedBy) {

    static ChangeView of(UnitChange change) {
      return new ChangeView(
          change.version(),
          change.unit().name(),
          change.unit().functions(),
          change.unit().parent().orElse(null),
          change.closed(),
          change.reason(),
          Times.local(change.changedAt()),
          change.changedBy());
    }
  }
}
