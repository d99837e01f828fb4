package hotline.node.store;

import hotline.node.assessment.TicketCourse;
import hotline.node.ticket.Deadlines;
import hotline.node.ticket.Orders;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.wire.TicketWire;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tickets: own ones, copies that came with work, and replicas. */
@Singleton
public final class TicketStore {

  private static final int TITLE_LENGTH = 255;

  /** What never changes, and what is taken from the image, in the order of {@link #values}. */
  private static final List<String> FIXED =
      List.of("ticket_id", "owner", "registered_at", "requester_key", "personal", "version");

  private static final List<String> DERIVED =
      List.of(
          "state",
          "category",
          "urgency",
          "title",
          "accepted_at",
          "refused",
          "closed",
          "due_at",
          "silent_at",
          "order_count",
          "returns",
          "extensions",
          "undelivered",
          "region",
          "channel",
          "matter",
          "response_due",
          "responded_at",
          "closed_at",
          "rating_kind",
          "satisfied",
          "solved",
          "image");

  private static final String COLUMNS =
      String.join(", ", FIXED) + ", " + String.join(", ", DERIVED);

  private static final String INSERT = "INSERT INTO ticket (" + COLUMNS + ") VALUES ";

  /**
   * Replaces only what is older. Assignments are carried out from left to right, so the version,
   * which the others compare with, comes last; a personal part is never replaced by none.
   */
  private static final String IF_NEWER =
      " ON DUPLICATE KEY UPDATE "
          + DERIVED.stream().map(TicketStore::newer).collect(Collectors.joining())
          + "personal = IF(LENGTH(VALUES(personal)) > 0"
          + " AND (VALUES(version) >= version OR LENGTH(personal) = 0),"
          + " VALUES(personal), personal), "
          + "version = GREATEST(version, VALUES(version))";

  private static final String UPDATE =
      "UPDATE ticket SET version = ?, "
          + String.join(" = ?, ", DERIVED)
          + " = ? WHERE ticket_id = ? AND version = ?";

  private static final String SELECT = "SELECT image, personal FROM ticket WHERE ticket_id = ?";

  private static final String OPEN =
      " WHERE owner = ? AND state IN ('ACCEPTED', 'IN_HANDLING', 'IN_REVIEW')";

  /**
   * Locks the ticket's row, whoever owns it, until the transaction ends: whatever touches the
   * ticket or an assignment of it here does so first, which keeps its records in order.
   */
  public Optional<TicketImage> lock(Tx tx, TicketId id) {
    return Sql.first(
        tx,
        SELECT + " FOR UPDATE",
        row -> {
          byte[] image = row.getBytes(1);
          byte[] personal = row.getBytes(2);
          return new TicketImage(TicketWire.read(image, personal), image, personal);
        },
        id.toString());
  }

  public Optional<Ticket> find(Tx tx, TicketId id) {
    return Sql.first(tx, SELECT, TicketStore::read, id.toString());
  }

  /** Those of the tickets that are known here, by their ids. */
  public Map<TicketId, Ticket> findAll(Tx tx, List<TicketId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return Sql.list(
            tx,
            "SELECT image, personal FROM ticket WHERE ticket_id IN ("
                + "?,".repeat(ids.size() - 1)
                + "?)",
            TicketStore::read,
            ids.stream().map(TicketId::toString).toArray())
        .stream()
        .collect(Collectors.toMap(Ticket::id, Function.identity()));
  }

  /** Those of a node whose requester has kept silent until after the limit (RVS-06). */
  public List<TicketId> silent(Tx tx, NodeCode owner, Instant now, int limit) {
    return Sql.list(
        tx,
        "SELECT ticket_id FROM ticket WHERE owner = ? AND state = 'AWAITING_FOLLOW_UP'"
            + " AND silent_at < ? ORDER BY id LIMIT ?",
        row -> TicketId.parse(row.getString(1)),
        owner.value(),
        Sql.micros(now),
        limit);
  }

  /** Tickets as they stand in the table, whatever has become of them, by their ids. */
  public List<StandingRow> standing(Tx tx, List<String> ids) {
    return Sql.standing(
        tx,
        "SELECT " + COLUMNS + " FROM ticket WHERE ticket_id IN ",
        ids,
        row -> {
          byte[] image = row.getBytes("image");
          byte[] personal = row.getBytes("personal");
          return new StandingRow(
              row.getString("ticket_id"),
              row.getLong("version"),
              image,
              personal,
              Sql.isRow(
                  row,
                  () ->
                      values(new TicketImage(TicketWire.read(image, personal), image, personal))));
        });
  }

  /** The numbers of the next rows, in whose order all tickets can be read. */
  public List<Long> rowsAfter(Tx tx, long row, int limit) {
    return Sql.list(
        tx,
        "SELECT id FROM ticket WHERE id > ? ORDER BY id LIMIT ?",
        found -> found.getLong(1),
        row,
        limit);
  }

  /**
   * A ticket as it stands in the table, its row locked.
   *
   * @param coherent whether every column says what the image says
   */
  public record LockedRow(long row, TicketImage image, boolean coherent) {}

  /**
   * Locks rows until the transaction ends.
   *
   * @param waiting whether to wait for rows that somebody else holds, or to leave them out
   * @throws IllegalArgumentException when one of them cannot be read
   */
  public List<LockedRow> lockRows(Tx tx, List<Long> rows, boolean waiting) {
    return Sql.list(
        tx,
        "SELECT "
            + COLUMNS
            + ", id FROM ticket WHERE id IN ("
            + "?,".repeat(rows.size() - 1)
            + "?) FOR UPDATE"
            + (waiting ? "" : " SKIP LOCKED"),
        row -> {
          byte[] image = row.getBytes("image");
          byte[] personal = row.getBytes("personal");
          TicketImage stored = new TicketImage(TicketWire.read(image, personal), image, personal);
          return new LockedRow(row.getLong("id"), stored, Sql.isRow(row, () -> values(stored)));
        },
        rows.toArray());
  }

  /** How many of a node's tickets are accepted and not answered yet. */
  public long countOpen(Tx tx, NodeCode owner) {
    return Sql.number(tx, "SELECT COUNT(*) FROM ticket" + OPEN, owner.value());
  }

  /** The newest of them. */
  public List<Ticket> newestOpen(Tx tx, NodeCode owner, int limit) {
    return Sql.list(
        tx,
        "SELECT image, personal FROM ticket" + OPEN + " ORDER BY id DESC LIMIT ?",
        TicketStore::read,
        owner.value(),
        limit);
  }

  /** Stores a new ticket of this node. */
  public void insert(Tx tx, TicketImage image) {
    Sql.insertRows(tx, INSERT, "", List.<@Nullable Object[]>of(values(image)));
  }

  /**
   * Stores the next state of a ticket that was locked before, or the same once more.
   *
   * @throws IllegalStateException when the stored version is not {@code before}
   */
  public void update(Tx tx, TicketImage image, long before) {
    List<@Nullable Object> next = new ArrayList<>();
    next.add(image.ticket().version());
    next.addAll(Arrays.asList(derived(image)));
    next.add(image.ticket().id().toString());
    next.add(before);
    int updated = Sql.update(tx, UPDATE, next.toArray());
    if (updated != 1) {
      throw new IllegalStateException(
          "ticket " + image.ticket().id() + " is not at version " + before);
    }
  }

  /** Takes in copies and replicas: each replaces only an older version of itself. */
  public void mergeAll(Tx tx, List<TicketImage> images) {
    Sql.insertRows(tx, INSERT, IF_NEWER, images.stream().map(TicketStore::values).toList());
  }

  static Ticket read(ResultSet row) throws SQLException {
    return TicketWire.read(row.getBytes("image"), row.getBytes("personal"));
  }

  private static @Nullable Object[] values(TicketImage stored) {
    Ticket ticket = stored.ticket();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(ticket.id().toString());
    values.add(ticket.owner().codeText());
    values.add(Sql.micros(ticket.clock().registeredAt()));
    values.add(ticket.requester().key());
    values.add(stored.personal());
    values.add(ticket.version());
    values.addAll(Arrays.asList(derived(stored)));
    return values.toArray();
  }

  private static @Nullable Object[] derived(TicketImage stored) {
    Ticket ticket = stored.ticket();
    var appeal = ticket.appeal();
    var clock = ticket.clock();
    Orders orders = ticket.orders();
    TicketCourse course = TicketCourse.of(ticket);
    return new @Nullable Object[] {
      ticket.state().name(),
      appeal.category().name(),
      appeal.urgency().name(),
      shortened(appeal.title()),
      Sql.microsOrNull(clock.acceptedAt()),
      ticket.outcome().refusal() != null,
      ticket.outcome().closure() != null && ticket.state() != TicketState.WITHDRAWN,
      clock.due() == null || Deadlines.fedBack(ticket) ? null : Sql.micros(clock.due().at()),
      Sql.microsOrNull(silentAt(ticket)),
      orders.all().size(),
      OrderCounts.returns(orders),
      OrderCounts.extensions(orders),
      OrderCounts.undelivered(orders),
      regionOf(ticket),
      appeal.channel().name(),
      appeal.matter() == null ? "" : appeal.matter().code(),
      Sql.microsOrNull(course.responseDue()),
      Sql.microsOrNull(course.respondedAt()),
      Sql.microsOrNull(course.closedAt()),
      course.ratingKind().name(),
      course.satisfied(),
      course.solved(),
      stored.image()
    };
  }

  private static @Nullable Instant silentAt(Ticket ticket) {
    var silent = ticket.followUps().silentAt();
    return ticket.state() == TicketState.AWAITING_FOLLOW_UP
            && silent != null
            && ticket.followUps().ofThisRound().isEmpty()
        ? silent.at()
        : null;
  }

  private static String regionOf(Ticket ticket) {
    var region = ticket.appeal().region();
    return region == null ? "" : region.code();
  }

  private static String shortened(String title) {
    return title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH);
  }

  private static String newer(String column) {
    return column + " = IF(VALUES(version) > version, VALUES(" + column + "), " + column + "), ";
  }
}
