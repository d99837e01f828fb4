package hotline.node.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure narrows tickets by; what is null does not narrow.
 *
 * @param owners codes of the nodes of which one accepted the ticket
 * @param region the beginning of a region's code; empty for tickets that name none
 * @param channel name of a channel
 * @param matter code of a matter; empty for tickets that have none
 * @param closedFrom closed not before this
 * @param closedTo closed before this
 * @param late with work that this assignee should have answered and has not
 * @param now by which {@code figure} and {@code late} are judged
 */
public record TicketSlice(
    @Nullable List<String> owners,
    @Nullable String region,
    @Nullable String channel,
    @Nullable String matter,
    @Nullable TicketFigure figure,
    @Nullable Instant closedFrom,
    @Nullable Instant closedTo,
    @Nullable Late late,
    Instant now) {

  /** A unit or a node, and who gave it the work. */
  public record Late(String assigner, String kind, String assignee) {}

  public static TicketSlice none(Instant now) {
    return new TicketSlice(null, null, null, null, null, null, null, null, now);
  }

  /** Whether the search index can narrow by it: it does not know what a figure depends on. */
  public boolean indexed() {
    return figure == null && closedFrom == null && closedTo == null && late == null;
  }

  /** Whether it narrows nothing. */
  boolean isNone() {
    return equals(none(now));
  }

  void narrow(Where where) {
    where
        .andIf(channel, "channel = ?")
        .andIf(matter, "matter = ?")
        .andIf(Sql.microsOrNull(closedFrom), "closed_at >= ?")
        .andIf(Sql.microsOrNull(closedTo), "closed_at < ?");
    if (owners != null) {
      String marks = String.join(", ", Collections.nCopies(owners.size(), "?"));
      where.and(owners.isEmpty() ? "FALSE" : "owner IN (" + marks + ")", owners.toArray());
    }
    if (region != null) {
      where.and(
          region.isEmpty() ? "region = ?" : "region LIKE ?", region.isEmpty() ? "" : region + "%");
    }
    if (figure != null) {
      where.and(figure.condition(now));
    }
    if (late != null) {
      where.and(
          "ticket_id IN (SELECT i.ticket_id FROM assessment_item i WHERE i.assigner = ? AND "
              + FigureStore.LATE_WORK
              + " AND i.assignee_kind = ? AND i.assignee = ?)",
          late.assigner(),
          Sql.micros(now),
          late.kind(),
          late.assignee());
    }
  }
}
