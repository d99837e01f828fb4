package hotline.node.rulebook;

import hotline.node.store.PolicyStore.PolicyRow;
import hotline.node.view.DueView;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the interface about policies takes and gives. */
final class PolicyViews {

  private PolicyViews() {}

  /**
   * A version.
   *
   * @param text as it was written; only where one version is asked for
   * @param resolved with all that it leaves open filled in; likewise
   */
  @Serdeable
  record VersionView(
      int number,
      String name,
      String source,
      LocalDate effectiveFrom,
      @Nullable LocalDate repealedOn,
      OffsetDateTime activatedAt,
      String activatedBy,
      String reason,
      boolean inForce,
      @Nullable String text,
      @Nullable String resolved) {

    static VersionView of(PolicyVersion version, boolean inForce, boolean whole) {
      PolicyRow row = version.row();
      return new VersionView(
          row.number(),
          row.name(),
          row.source(),
          row.effectiveFrom(),
          row.repealedOn(),
          Times.local(row.activatedAt()),
          row.activatedBy(),
          row.reason(),
          inForce,
          whole ? row.own() : null,
          whole ? row.resolved() : null);
    }
  }

  /** A policy that comes with the program. */
  @Serdeable
  record BundledView(String name) {}

  /** A policy to look at. */
  @Serdeable
  record PreviewRequest(@NotBlank @Size(max = 200_000) String text) {}

  /**
   * A policy to go by.
   *
   * @param newest the newest number that the user has seen
   */
  @Serdeable
  record ActivationRequest(
      @NotBlank @Size(max = 200_000) String text,
      @Min(0) int newest,
      @NotBlank @Size(max = 500) String reason) {}

  @Serdeable
  record ActivationView(int number, boolean inForce) {}

  /**
   * What a policy would change.
   *
   * @param newest the newest number, to be given when it is activated
   * @param inForceNow whether it would hold at once; otherwise its own dates keep it from that
   * @param samples deadlines of appeals accepted and dispatched now
   * @param openTickets how many tickets keep the version that they were accepted under
   */
  @Serdeable
  record PreviewView(
      String name,
      int newest,
      boolean inForceNow,
      List<ChangeView> changes,
      List<SampleView> samples,
      long openTickets,
      List<OpenTicketView> open) {}

  /** A value that would change; null where there is none. */
  @Serdeable
  record ChangeView(String path, @Nullable String before, @Nullable String after) {}

  /** The deadlines of one sort of appeal, as they are and as they would be. */
  @Serdeable
  record SampleView(String appeal, DeadlinesView before, DeadlinesView after, boolean changed) {}

  @Serdeable
  record DeadlinesView(DueView dispatch, DueView signFor, DueView answer) {}

  /** A ticket that is open now: its deadline stays, and what it would be is only for comparison. */
  @Serdeable
  record OpenTicketView(String id, @Nullable DueView due, DueView wouldBe) {}
}
