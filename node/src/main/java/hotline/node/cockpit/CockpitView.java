package hotline.node.cockpit;

import hotline.node.view.Named;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things stand at one moment.
 *
 * @param scope whose tickets are counted, one of {@code scopes}
 * @param from of the period that {@code registered}, {@code bins}, channels, categories and regions
 *     are about
 * @param usual registered in the same period a week before
 * @param matters of the last seven days, the most frequent first
 * @param late assignees of this node with the most work that they are late with
 * @param nodes the nodes right below, side by side; each with all below it
 * @param definitions how each figure is computed
 */
@Serdeable
record CockpitView(
    Named node,
    @Nullable String tier,
    OffsetDateTime asOf,
    OffsetDateTime from,
    OffsetDateTime to,
    String scope,
    List<Named> scopes,
    FigureView registered,
    FigureView usual,
    FigureView open,
    FigureView overdue,
    FigureView dueSoon,
    FigureView urgent,
    HandlingView handling,
    List<RateView> rates,
    List<BinView> bins,
    List<ShareView> channels,
    List<ShareView> categories,
    List<ShareView> regions,
    List<HotMatterView> matters,
    List<LateView> late,
    List<NodeRowView> nodes,
    List<DefinitionView> definitions) {

  /** A number and the tickets that it was counted of. */
  @Serdeable
  record FigureView(long value, TicketsView tickets) {}

  /**
   * Which tickets: parameters of the list of tickets.
   *
   * @param from registered not before this
   * @param to registered before this
   */
  @Serdeable
  record TicketsView(
      @Nullable String owner,
      @Nullable String below,
      @Nullable String region,
      @Nullable String channel,
      @Nullable String category,
      @Nullable String matter,
      @Nullable String figure,
      @Nullable String late,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to,
      @Nullable OffsetDateTime closedFrom,
      @Nullable OffsetDateTime closedTo) {}

  /**
   * How long tickets took that were closed this month.
   *
   * @param hours null when there were none
   */
  @Serdeable
  record HandlingView(@Nullable Double hours, FigureView tickets) {}

  /**
   * A rate of this month so far.
   *
   * @param percent null when there is nothing to divide by
   * @param leftOut what does not count, and why
   */
  @Serdeable
  record RateView(
      String key,
      String label,
      @Nullable Double percent,
      FigureView numerator,
      FigureView denominator,
      List<LeftOutView> leftOut) {}

  @Serdeable
  record LeftOutView(String why, FigureView tickets) {}

  /**
   * An hour, or a day of a longer period.
   *
   * @param registered null when it has not begun
   * @param usual registered in the one a week before
   */
  @Serdeable
  record BinView(OffsetDateTime from, @Nullable FigureView registered, long usual) {}

  /** A part of what was registered. */
  @Serdeable
  record ShareView(String code, String name, FigureView registered) {}

  /**
   * A matter that is much asked about.
   *
   * @param usual how many a week it was in the four weeks before
   * @param rising half as many again as usual, and five at least
   */
  @Serdeable
  record HotMatterView(
      String code, String name, FigureView registered, double usual, boolean rising) {}

  @Serdeable
  record LateView(String kind, Named assignee, FigureView tickets) {}

  /**
   * A node below.
   *
   * @param copiesOf how fresh what is known of it is: when its last record was applied here; null
   *     when none was
   * @param backlog how many of its records are known to be on their way
   */
  @Serdeable
  record NodeRowView(
      Named node,
      FigureView registered,
      FigureView open,
      FigureView overdue,
      FigureView dueSoon,
      FigureView urgent,
      FigureView handled,
      List<RateView> rates,
      @Nullable OffsetDateTime copiesOf,
      long backlog) {}

  /**
   * How a figure is computed.
   *
   * @param how what is counted, and of what
   * @param time of which span
   * @param source where it is taken from
   */
  @Serdeable
  record DefinitionView(String key, String title, String how, String time, String source) {}
}
