package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts tickets, own and replicated, by the node that accepted them and one thing more. Each query
 * is answered from an index alone (decision 0048).
 */
@Singleton
public final class FigureStore {

  /** An order that its assignee should have answered by a moment and has not (SUP-03). */
  static final String LATE_WORK =
      "i.state IN ('PLACED', 'SIGNED', 'RETURN_REQUESTED') AND i.due_at < ?"
          + " AND NOT (i.met_by_feedback AND i.met_at IS NOT NULL)";

  /** Tickets registered from one moment until before another that one may see. */
  public record Span(Instant from, Instant to, Visibility visible) {}

  /** How many of an owner's, in which hour of the span, the first being 0. */
  public record Hour(String owner, int hour, long count) {}

  /** How many of an owner's are alike in all that is counted by. */
  public record Group(String owner, String category, String channel, String region, long count) {}

  /** How many of an owner's are about a matter; an empty code for those that have none. */
  public record MatterCount(String owner, String matter, long count) {}

  /** How many of an owner's count as what. */
  public record Counts(String owner, Map<TicketFigure, Long> numbers) {
    public long of(TicketFigure figure) {
      return numbers.getOrDefault(figure, 0L);
    }
  }

  /** How long an owner's tickets took from acceptance to the end, all together. */
  public record Duration(String owner, long tickets, long micros) {}

  /** How many tickets have work that an assignee of this node is late with. */
  public record LateAssignee(String kind, String code, String name, long tickets) {}

  public List<Hour> hours(Tx tx, Span span) {
    Where where = registered(span);
    return Sql.list(
        tx,
        "SELECT owner, (registered_at - "
            + Sql.micros(span.from())
            + ") DIV 3600000000 AS hour, COUNT(*) FROM ticket"
            + where.text()
            + " GROUP BY owner, hour",
        row -> new Hour(row.getString(1), row.getInt(2), row.getLong(3)),
        where.parameters());
  }

  /**
   * @param regionDigits how much of a region's code tells those apart that are counted by
   */
  public List<Group> groups(Tx tx, Span span, int regionDigits) {
    Where where = registered(span);
    return Sql.list(
        tx,
        "SELECT owner, category, channel, LEFT(region, "
            + regionDigits
            + ") AS place, COUNT(*) FROM ticket"
            + where.text()
            + " GROUP BY owner, category, channel, place",
        row ->
            new Group(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5)),
        where.parameters());
  }

  public List<MatterCount> matters(Tx tx, Span span) {
    Where where = registered(span);
    return Sql.list(
        tx,
        "SELECT owner, matter, COUNT(*) FROM ticket" + where.text() + " GROUP BY owner, matter",
        row -> new MatterCount(row.getString(1), row.getString(2), row.getLong(3)),
        where.parameters());
  }

  /** Of the tickets registered in a span. */
  public List<Counts> ofRegistered(Tx tx, Span span, List<TicketFigure> figures, Instant now) {
    return counts(tx, registered(span), figures, now);
  }

  /** Of the tickets closed in a span. */
  public List<Counts> ofClosed(Tx tx, Span span, List<TicketFigure> figures, Instant now) {
    return counts(tx, closed(span), figures, now);
  }

  /** Of all that are not answered. */
  public List<Counts> ofOpen(Tx tx, Visibility visible, List<TicketFigure> figures, Instant now) {
    return counts(
        tx, seen(new Where().and(TicketFigure.OPEN.condition(now)), visible), figures, now);
  }

  /** Of what was closed in a span after a dispatch. */
  public List<Duration> handling(Tx tx, Span span, Instant now) {
    Where where = closed(span).and(TicketFigure.HANDLED.condition(now));
    return Sql.list(
        tx,
        "SELECT owner, COUNT(*), SUM(closed_at - accepted_at) FROM ticket"
            + where.text()
            + " GROUP BY owner",
        row -> new Duration(row.getString(1), row.getLong(2), row.getLong(3)),
        where.parameters());
  }

  /** Those with the most first. */
  public List<LateAssignee> late(
      Tx tx, String assigner, Visibility visible, Instant now, int limit) {
    Where where = new Where().and("i.assigner = ?", assigner).and(LATE_WORK, Sql.micros(now));
    if (!visible.all()) {
      where.and(
          "i.ticket_id IN (SELECT ticket_id FROM ticket WHERE " + visible.condition() + ")",
          visible.parameters());
    }
    return Sql.list(
        tx,
        "SELECT i.assignee_kind, i.assignee, MAX(i.assignee_name),"
            + " COUNT(DISTINCT i.ticket_id) AS tickets FROM assessment_item i"
            + where.text()
            + " GROUP BY i.assignee_kind, i.assignee ORDER BY tickets DESC, i.assignee LIMIT ?",
        row ->
            new LateAssignee(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
        where.parameters(limit));
  }

  private static List<Counts> counts(Tx tx, Where where, List<TicketFigure> figures, Instant now) {
    String sums =
        figures.stream()
            .map(figure -> "SUM(" + figure.condition(now) + ") AS " + figure.name())
            .collect(Collectors.joining(", "));
    return Sql.list(
        tx,
        "SELECT owner, " + sums + " FROM ticket" + where.text() + " GROUP BY owner",
        row -> new Counts(row.getString(1), numbers(row, figures)),
        where.parameters());
  }

  private static Map<TicketFigure, Long> numbers(ResultSet row, List<TicketFigure> figures)
      throws SQLException {
    Map<TicketFigure, Long> numbers = new EnumMap<>(TicketFigure.class);
    for (TicketFigure figure : figures) {
      numbers.put(figure, row.getLong(figure.name()));
    }
    return numbers;
  }

  private static Where registered(Span span) {
    return seen(
        new Where()
            .and("registered_at >= ?", Sql.micros(span.from()))
            .and("registered_at < ?", Sql.micros(span.to())),
        span.visible());
  }

  private static Where closed(Span span) {
    return seen(
        new Where()
            .and("closed_at >= ?", Sql.micros(span.from()))
            .and("closed_at < ?", Sql.micros(span.to())),
        span.visible());
  }

  private static Where seen(Where where, Visibility visible) {
    return visible.all() ? where : where.and(visible.condition(), visible.parameters());
  }
}
