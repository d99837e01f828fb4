package hotline.node.store;

import hotline.node.assessment.AssessmentItem;
import hotline.node.assessment.AssessmentItem.Course;
import hotline.node.assessment.AssessmentItem.Rating;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.NodeRef;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts that assessments and supervision count. */
@Singleton
public final class AssessmentStore {

  private static final List<String> CHANGING =
      List.of(
          "state",
          "round",
          "sign_due_at",
          "signed_at",
          "due_at",
          "contacted_at",
          "first_feedback_at",
          "replied_at",
          "met_at",
          "met_by_feedback",
          "closed_at",
          "returned",
          "return_declined",
          "late_return",
          "late_return_at",
          "contact_owed",
          "extensions",
          "extensions_asked",
          "reminders",
          "supervisions",
          "first_rating",
          "first_solved",
          "final_rating",
          "final_passes",
          "final_solved",
          "final_source",
          "screened",
          "excluded");

  private static final String INSERT =
      "INSERT INTO assessment_item (assignment_id, ticket_id, assigner, assignee_kind, assignee,"
          + " assignee_name, lead_role, category, dispatched_at, "
          + String.join(", ", CHANGING)
          + ") VALUES ";

  /** That a return came late, or was turned down, stays true when the work is redone. */
  private static final String UPDATE =
      " ON DUPLICATE KEY UPDATE "
          + String.join(", ", CHANGING.stream().map(AssessmentStore::replaced).toList());

  /** Which findings of many: those after the one with this number. */
  public record Page(long after, int size) {}

  /** Work, or a ticket, that timers look for. */
  public record Finding(
      long position,
      String assignmentId,
      String ticketId,
      String assigneeKind,
      String assignee,
      String assigneeName,
      int number) {}

  /**
   * All that a period's figures are made of, for one assignee.
   *
   * @param numbers by the names of {@link #sums}
   */
  public record Sums(String kind, String assignee, String name, Map<String, Long> numbers) {}

  public void put(Tx tx, List<AssessmentItem> items) {
    Sql.insertRows(tx, INSERT, UPDATE, items.stream().map(AssessmentStore::values).toList());
  }

  /**
   * Per assignee, of what was dispatched ({@code volume …}), of what was closed ({@code rated …})
   * and of what was returned too late from one moment until before another.
   */
  public List<Sums> sums(Tx tx, String assigner, Instant from, Instant to, Instant now) {
    Map<String, Sums> all = new LinkedHashMap<>();
    long start = Sql.micros(from);
    long end = Sql.micros(to);
    collect(
        tx,
        all,
        "SELECT assignee_kind, assignee, MAX(assignee_name), COUNT(*) AS dispatched,"
            + " SUM(returned) AS returned, SUM(state IN ('CANCELLED', 'FAILED')) AS cancelled,"
            + " SUM(excluded) AS excluded, SUM("
            + COUNTS
            + ") AS volume, SUM("
            + COUNTS
            + " AND signed_at <= sign_due_at) AS signedInTime, SUM("
            + COUNTS
            + " AND replied_at IS NOT NULL) AS replied, SUM("
            + COUNTS
            + " AND met_at <= due_at AND NOT late_return) AS repliedInTime, SUM("
            + COUNTS
            + " AND NOT late_return AND COALESCE(met_at, ?) > due_at) AS overdueReplies, SUM("
            + COUNTS
            + " AND contact_owed) AS contactOf, SUM("
            + COUNTS
            + " AND contact_owed AND contacted_at <= sign_due_at) AS contactedInTime,"
            + " SUM(return_declined) AS returnsDeclined,"
            + " SUM(extensions) AS extensions, SUM("
            + COUNTS
            + " AND extensions > 0) AS extended, SUM("
            + COUNTS
            + " AND round > 1) AS redone, SUM(reminders) AS reminders,"
            + " SUM(supervisions) AS supervisions"
            + " FROM assessment_item WHERE assigner = ? AND dispatched_at >= ? AND"
            + " dispatched_at < ? GROUP BY assignee_kind, assignee",
        Sql.micros(now),
        assigner,
        start,
        end);
    collect(
        tx,
        all,
        "SELECT assignee_kind, assignee, MAX(assignee_name), COUNT(*) AS closed,"
            + " SUM(final_rating IS NOT NULL) AS rated,"
            + " SUM(final_source = 'DEFAULT_24H') AS ratedBySilence,"
            + " SUM(screened AND NOT excluded) AS screened,"
            + " SUM(final_passes AND NOT excluded) AS satisfied,"
            + " SUM(final_rating IS NOT NULL AND NOT screened AND NOT excluded) AS satisfactionOf,"
            + " SUM(final_passes AND final_source = 'RATED' AND NOT excluded) AS reallySatisfied,"
            + " SUM(final_source = 'RATED' AND NOT screened AND NOT excluded) AS reallyRated,"
            + " SUM(first_rating IN ('VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED')"
            + " AND NOT excluded) AS firstSatisfied,"
            + " SUM(first_rating IS NOT NULL AND NOT excluded) AS firstRated,"
            + " SUM(final_solved AND final_source = 'RATED' AND NOT excluded) AS solved,"
            + " SUM(final_source = 'RATED' AND NOT excluded) AS solutionOf"
            + " FROM assessment_item WHERE assigner = ? AND closed_at >= ? AND closed_at < ?"
            + " AND lead_role GROUP BY assignee_kind, assignee",
        assigner,
        start,
        end);
    // a late return is overdue in the month in which it was asked for (LIF-06)
    collect(
        tx,
        all,
        "SELECT assignee_kind, assignee, MAX(assignee_name), SUM(NOT excluded) AS lateReturns"
            + " FROM assessment_item WHERE assigner = ? AND late_return_at >= ? AND"
            + " late_return_at < ? GROUP BY assignee_kind, assignee",
        assigner,
        start,
        end);
    return all.values().stream().map(AssessmentStore::withOverdue).toList();
  }

  private static Sums withOverdue(Sums sums) {
    Map<String, Long> numbers = new LinkedHashMap<>(sums.numbers());
    numbers.putIfAbsent("lateReturns", 0L);
    numbers.put(
        "overdue",
        numbers.getOrDefault("overdueReplies", 0L) + numbers.getOrDefault("lateReturns", 0L));
    return new Sums(sums.kind(), sums.assignee(), sums.name(), numbers);
  }

  /** What counts to the assignee's volume: not what went back, was stopped or left out. */
  private static final String COUNTS =
      "(NOT returned AND NOT excluded AND state NOT IN ('CANCELLED', 'FAILED'))";

  private static final String NEXT = " AND id > ? ORDER BY id LIMIT ?";

  private static final String LIVE =
      "state IN ('PLACED', 'SIGNED', 'RETURN_REQUESTED', 'ANSWERED')";

  private static final String FINDING =
      "SELECT id, assignment_id, ticket_id, assignee_kind, assignee, assignee_name, ";

  /**
   * Work that has not been replied to although its limit has passed, unless a feedback was enough
   * for it; the number is the round.
   */
  public List<Finding> overdue(Tx tx, String assigner, Instant now, Page page) {
    return findings(
        tx,
        FINDING
            + "round FROM assessment_item WHERE assigner = ? AND state IN ('PLACED', 'SIGNED',"
            + " 'RETURN_REQUESTED') AND due_at < ? AND NOT (met_by_feedback AND met_at IS NOT NULL)"
            + NEXT,
        assigner,
        Sql.micros(now),
        page.after(),
        page.size());
  }

  /** Work that is being done again more often than {@code most}; the number is the round. */
  public List<Finding> redone(Tx tx, String assigner, int most, Page page) {
    return findings(
        tx,
        FINDING
            + "round FROM assessment_item WHERE assigner = ? AND "
            + LIVE
            + " AND round - 1 > ?"
            + NEXT,
        assigner,
        most,
        page.after(),
        page.size());
  }

  /** Work that got more extensions than {@code most}; the number is theirs. */
  public List<Finding> extended(Tx tx, String assigner, int most, Page page) {
    return findings(
        tx,
        FINDING
            + "extensions FROM assessment_item WHERE assigner = ? AND "
            + LIVE
            + " AND extensions > ?"
            + NEXT,
        assigner,
        most,
        page.after(),
        page.size());
  }

  /** Work whose return was turned down; the number is the round. */
  public List<Finding> improperlyReturned(Tx tx, String assigner, Page page) {
    return findings(
        tx,
        FINDING
            + "round FROM assessment_item WHERE assigner = ? AND "
            + LIVE
            + " AND return_declined"
            + NEXT,
        assigner,
        page.after(),
        page.size());
  }

  /**
   * Tickets that more than {@code most} assignees gave back, with the one who did so last; the
   * number is how many.
   */
  public List<Finding> returnedByMany(Tx tx, String assigner, int most, Page page) {
    return findings(
        tx,
        "SELECT i.id, i.assignment_id, i.ticket_id, i.assignee_kind, i.assignee, i.assignee_name,"
            + " m.many FROM (SELECT ticket_id, COUNT(*) AS many, MAX(id) AS latest"
            + " FROM assessment_item WHERE assigner = ? AND returned GROUP BY ticket_id"
            + " HAVING COUNT(*) > ?) m JOIN assessment_item i ON i.id = m.latest"
            + " JOIN ticket t ON t.ticket_id = m.ticket_id"
            + " WHERE t.state IN ('ACCEPTED', 'IN_HANDLING', 'IN_REVIEW') AND i.id > ?"
            + " ORDER BY i.id LIMIT ?",
        assigner,
        most,
        page.after(),
        page.size());
  }

  private static List<Finding> findings(Tx tx, String sql, @Nullable Object... parameters) {
    return Sql.list(
        tx,
        sql,
        row ->
            new Finding(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7)),
        parameters);
  }

  private static void collect(
      Tx tx, Map<String, Sums> all, String sql, @Nullable Object... parameters) {
    for (Sums part : Sql.list(tx, sql, AssessmentStore::sumsOf, parameters)) {
      all.merge(
          part.kind() + "/" + part.assignee(),
          part,
          (one, other) -> {
            Map<String, Long> numbers = new LinkedHashMap<>(one.numbers());
            numbers.putAll(other.numbers());
            return new Sums(one.kind(), one.assignee(), one.name(), numbers);
          });
    }
  }

  private static Sums sumsOf(ResultSet row) throws SQLException {
    Map<String, Long> numbers = new LinkedHashMap<>();
    var columns = row.getMetaData();
    for (int i = 4; i <= columns.getColumnCount(); i++) {
      numbers.put(columns.getColumnLabel(i), row.getLong(i));
    }
    return new Sums(row.getString(1), row.getString(2), row.getString(3), numbers);
  }

  private static @Nullable Object[] values(AssessmentItem item) {
    Course course = item.course();
    Rating rating = item.rating();
    AssignmentId id = item.assignment();
    return new @Nullable Object[] {
      id.toString(),
      id.ticket().toString(),
      item.assigner(),
      item.assignee() instanceof NodeRef ? "NODE" : "UNIT",
      item.assignee().codeText(),
      item.assignee().name(),
      item.lead(),
      item.category().name(),
      Sql.micros(course.dispatchedAt()),
      item.state().name(),
      item.round(),
      Sql.micros(course.signDueAt()),
      Sql.microsOrNull(course.signedAt()),
      Sql.micros(course.dueAt()),
      Sql.microsOrNull(course.contactedAt()),
      Sql.microsOrNull(course.firstFeedbackAt()),
      Sql.microsOrNull(course.repliedAt()),
      Sql.microsOrNull(course.metAt()),
      course.metByFeedback(),
      Sql.microsOrNull(course.closedAt()),
      item.returned(),
      item.returnDeclined(),
      item.lateReturnAt() != null,
      Sql.microsOrNull(item.lateReturnAt()),
      item.contactOwed(),
      item.extensions(),
      item.extensionsAsked(),
      item.reminders(),
      item.supervisions(),
      rating == null ? null : rating.first().name(),
      rating == null ? null : rating.firstSolved(),
      rating == null ? null : rating.last().name(),
      rating == null ? null : rating.last().passes(),
      rating == null ? null : rating.lastSolved(),
      rating == null ? null : rating.source().name(),
      rating != null && rating.screened(),
      item.excluded()
    };
  }

  private static String replaced(String column) {
    return switch (column) {
      case "return_declined", "late_return" ->
          column + " = " + column + " OR VALUES(" + column + ")";
      case "late_return_at" -> column + " = COALESCE(VALUES(" + column + "), " + column + ")";
      default -> column + " = VALUES(" + column + ")";
    };
  }
}
