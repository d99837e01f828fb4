package hotline.node.store;

import hotline.node.classification.Approver;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Handling;
import hotline.node.ticket.Orders;
import hotline.node.ticket.Terms;
import hotline.node.ticket.TicketId;
import hotline.node.wire.AssignmentWire;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assignments carried out by this node and its units, and replicas of those carried out below. */
@Singleton
public final class AssignmentStore {

  private static final byte[] NOTHING = {};

  private static final String COLUMNS =
      "assignment_id, ticket_id, node, unit, version, state, sign_for_due, due_at, signed, replied,"
          + " order_count, returns, extensions, undelivered, reviews,"
          + " to_sign, on_account, excluded, image";

  private static final String INSERT = "INSERT INTO assignment (" + COLUMNS + ") VALUES ";

  /** The version comes last: the others compare with the stored one. */
  private static final String IF_NEWER =
      " ON DUPLICATE KEY UPDATE "
          + newer("state")
          + newer("sign_for_due")
          + newer("due_at")
          + newer("signed")
          + newer("replied")
          + newer("order_count")
          + newer("returns")
          + newer("extensions")
          + newer("undelivered")
          + newer("reviews")
          + newer("to_sign")
          + newer("on_account")
          + newer("excluded")
          + newer("image")
          + "version = GREATEST(version, VALUES(version))";

  private static final String UPDATE =
      "UPDATE assignment SET version = ?, state = ?, sign_for_due = ?, due_at = ?, signed = ?,"
          + " replied = ?, order_count = ?, returns = ?, extensions = ?, undelivered = ?,"
          + " reviews = ?, to_sign = ?, on_account = ?, excluded = ?, image = ?"
          + " WHERE assignment_id = ? AND version = ?";

  public Optional<Assignment> find(Tx tx, AssignmentId id) {
    return Sql.first(
        tx,
        "SELECT image FROM assignment WHERE assignment_id = ?",
        AssignmentStore::read,
        id.toString());
  }

  /** All assignments of a ticket that are known here, by their ids. */
  public List<Assignment> ofTicket(Tx tx, TicketId ticket) {
    return Sql.list(
        tx,
        "SELECT image FROM assignment WHERE ticket_id = ? ORDER BY assignment_id",
        AssignmentStore::read,
        ticket.toString());
  }

  /** All assignments of several tickets that are known here. */
  public Map<TicketId, List<Assignment>> ofTickets(Tx tx, List<TicketId> tickets) {
    return Sql.standing(
            tx,
            "SELECT image FROM assignment WHERE ticket_id IN ",
            tickets.stream().map(TicketId::toString).toList(),
            AssignmentStore::read)
        .stream()
        .collect(Collectors.groupingBy(assignment -> assignment.id().ticket()));
  }

  /** All assignments of several tickets as they stand in the table, their rows locked. */
  public List<StandingRow> lockOf(Tx tx, List<TicketId> tickets) {
    return tickets.isEmpty()
        ? List.of()
        : Sql.list(
            tx,
            "SELECT "
                + COLUMNS
                + " FROM assignment WHERE ticket_id IN ("
                + "?,".repeat(tickets.size() - 1)
                + "?) FOR UPDATE",
            AssignmentStore::standing,
            tickets.stream().map(TicketId::toString).toArray());
  }

  /** Those of a node that nobody has signed for although the limit ran out before {@code now}. */
  public List<AssignmentId> unsigned(Tx tx, NodeCode node, Instant now, int limit) {
    return Sql.list(
        tx,
        "SELECT assignment_id FROM assignment WHERE node = ? AND state = 'AWAITING_SIGN_FOR'"
            + " AND sign_for_due < ? ORDER BY id LIMIT ?",
        row -> AssignmentId.parse(row.getString(1)),
        node.value(),
        Sql.micros(now),
        limit);
  }

  /** Assignments as they stand in the table, whatever has become of them, by their ids. */
  public List<StandingRow> standing(Tx tx, List<String> ids) {
    return Sql.standing(
        tx,
        "SELECT " + COLUMNS + " FROM assignment WHERE assignment_id IN ",
        ids,
        AssignmentStore::standing);
  }

  private static StandingRow standing(ResultSet row) throws SQLException {
    byte[] image = row.getBytes("image");
    return new StandingRow(
        row.getString("assignment_id"),
        row.getLong("version"),
        image,
        NOTHING,
        Sql.isRow(row, () -> values(new AssignmentImage(AssignmentWire.read(image), image))));
  }

  /** Stores a new assignment of this node. */
  public void insert(Tx tx, AssignmentImage image) {
    Sql.insertRows(tx, INSERT, "", List.<@Nullable Object[]>of(values(image)));
  }

  /**
   * Stores the next state of an assignment, or the same once more; its ticket's row has been locked
   * before.
   *
   * @throws IllegalStateException when the stored version is not {@code before}
   */
  public void update(Tx tx, AssignmentImage image, long before) {
    @Nullable Object[] v = values(image);
    int updated =
        Sql.update(
            tx, UPDATE, v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14],
            v[15], v[16], v[17], v[18], v[0], before);
    if (updated != 1) {
      throw new IllegalStateException(
          "assignment " + image.assignment().id() + " is not at version " + before);
    }
  }

  /** Takes in replicas: each replaces only an older version of itself. */
  public void mergeAll(Tx tx, List<AssignmentImage> images) {
    Sql.insertRows(tx, INSERT, IF_NEWER, images.stream().map(AssignmentStore::values).toList());
  }

  static Assignment read(ResultSet row) throws SQLException {
    return AssignmentWire.read(row.getBytes("image"));
  }

  private static @Nullable Object[] values(AssignmentImage stored) {
    Assignment assignment = stored.assignment();
    var charge = assignment.charge();
    Orders orders = assignment.orders();
    return new @Nullable Object[] {
      assignment.id().toString(),
      assignment.id().ticket().toString(),
      charge.node().codeText(),
      charge.unit() == null ? "" : charge.unit().codeText(),
      assignment.version(),
      assignment.state().name(),
      Sql.micros(assignment.terms().signForDue().at()),
      dueAt(assignment),
      assignment.handling().signFor() != null,
      !assignment.handling().replies().isEmpty(),
      orders.all().size(),
      OrderCounts.returns(orders),
      OrderCounts.extensions(orders),
      OrderCounts.undelivered(orders),
      OrderCounts.reviews(orders),
      assignment.nextSigner().map(Approver::name).orElse(null),
      assignment.handling().onAccount(),
      assignment.handling().excluded(),
      stored.image()
    };
  }

  /** Never, once a first feedback has met the limit: lists look for what is still owed. */
  private static long dueAt(Assignment assignment) {
    Terms terms = assignment.terms();
    Handling handling = assignment.handling();
    boolean met = terms.feedbackMeets(handling) && terms.feedbackAt(handling).isPresent();
    return met ? Long.MAX_VALUE : Sql.micros(terms.due().at());
  }

  private static String newer(String column) {
    return column + " = IF(VALUES(version) > version, VALUES(" + column + "), " + column + "), ";
  }
}
