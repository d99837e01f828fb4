package hotline.node.catalogue;

import hotline.node.store.CatalogueStore.CatalogueRow;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the interface about catalogues takes and gives. */
final class CatalogueViews {

  static final int LONGEST_TEXT = 500_000;

  private CatalogueViews() {}

  /**
   * A version.
   *
   * @param origin the node above that handed it down; empty for one of this node's own
   * @param text as it was imported; only where one version is asked for
   */
  @Serdeable
  record VersionView(
      int number,
      String source,
      @Nullable LocalDate effectiveFrom,
      String origin,
      @Nullable OffsetDateTime activatedAt,
      String activatedBy,
      String reason,
      int matters,
      boolean inForce,
      @Nullable String text) {

    static VersionView of(CatalogueVersion version, boolean inForce, boolean whole) {
      CatalogueRow row = version.row();
      return new VersionView(
          row.number(),
          row.source(),
          row.effectiveFrom(),
          row.origin(),
          Times.local(row.activatedAt()),
          row.activatedBy(),
          row.reason(),
          version.catalogue().matters().size(),
          inForce,
          whole ? row.content() : null);
    }

    static VersionView bundled(int matters, boolean inForce, @Nullable String text) {
      return new VersionView(0, "程序自带", null, "", null, "", "", matters, inForce, text);
    }
  }

  /**
   * A catalogue to look at.
   *
   * @param text CSV; see {@link hotline.node.reference.CatalogueCsv}
   * @param effectiveFrom today when it is missing
   */
  @Serdeable
  record PreviewRequest(
      @NotBlank @Size(max = LONGEST_TEXT) String text, @Nullable LocalDate effectiveFrom) {}

  /**
   * A catalogue to go by.
   *
   * @param source by which document
   * @param newest the newest number that the user has seen
   */
  @Serdeable
  record ActivationRequest(
      @NotBlank @Size(max = LONGEST_TEXT) String text,
      @NotBlank @Size(max = 200) String source,
      @NotNull LocalDate effectiveFrom,
      @Min(0) int newest,
      @NotBlank @Size(max = 500) String reason) {}

  @Serdeable
  record ActivationView(int number, boolean inForce) {}

  /**
   * What a catalogue would change.
   *
   * @param newest the newest number, to be given when it is activated
   * @param inForceNow whether it would hold at once; otherwise its day has not come
   * @param problems what keeps it from being activated
   * @param unattributed codes of matters that no unit here is responsible for
   */
  @Serdeable
  record PreviewView(
      int newest,
      boolean inForceNow,
      List<ProblemView> problems,
      List<ChangeView> changes,
      List<String> unattributed) {}

  @Serdeable
  record ProblemView(int line, String message) {}

  /**
   * A matter that would change; null where there is none.
   *
   * @param openTickets how many of it are open, which keep the version that they have
   */
  @Serdeable
  record ChangeView(
      String code, @Nullable String before, @Nullable String after, long openTickets) {}
}
