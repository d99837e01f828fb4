package hotline.node.store;

import hotline.node.ticket.Assignment;
import hotline.node.ticket.Ticket;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries behind lists. */
@Singleton
public final class DeskStore {

  /** Tickets whose requester has still to be answered: what may be overdue, as numbers count it. */
  static final String UNANSWERED_TICKET =
      "state IN ('REGISTERED', 'ACCEPTED', 'IN_HANDLING', 'IN_REVIEW')";

  /** Assignments that have still to be replied to. */
  static final String UNREPLIED_ASSIGNMENT =
      "state IN ('AWAITING_SIGN_FOR', 'IN_HANDLING', 'RETURN_REQUESTED')";

  /** A page, newest first or, when {@code oldestFirst}, in the order in which they came in. */
  public List<Ticket> tickets(
      Tx tx, TicketFilter filter, boolean oldestFirst, int offset, int limit) {
    Where where = where(filter);
    String order = oldestFirst ? "registered_at, id" : "registered_at DESC, id DESC";
    // the page is found in an index alone; only then are its tickets themselves read
    return Sql.list(
        tx,
        "SELECT t.image, t.personal FROM (SELECT id FROM ticket"
            + where.text()
            + " ORDER BY "
            + order
            + " LIMIT ? OFFSET ?) page JOIN ticket t ON t.id = page.id ORDER BY "
            + (oldestFirst ? "t.registered_at, t.id" : "t.registered_at DESC, t.id DESC"),
        TicketStore::read,
        where.parameters(limit, offset));
  }

  /** The newest first, those before {@code before} only; {@code before} is the last one seen. */
  public List<Ticket> ticketsBefore(
      Tx tx, TicketFilter filter, @Nullable Ticket before, int limit) {
    Where where = where(filter);
    if (before != null) {
      long registered = Sql.micros(before.clock().registeredAt());
      where.and(
          "registered_at <= ? AND (registered_at < ? OR id <"
              + " (SELECT b.id FROM ticket b WHERE b.ticket_id = ?))",
          registered,
          registered,
          before.id().toString());
    }
    return Sql.list(
        tx,
        "SELECT t.image, t.personal FROM (SELECT id FROM ticket"
            + where.text()
            + " ORDER BY registered_at DESC, id DESC LIMIT ?) page"
            + " JOIN ticket t ON t.id = page.id ORDER BY t.registered_at DESC, t.id DESC",
        TicketStore::read,
        where.parameters(limit));
  }

  /** The ids of the newest. */
  public List<String> ticketIds(Tx tx, TicketFilter filter, int limit) {
    Where where = where(filter);
    return Sql.list(
        tx,
        "SELECT ticket_id FROM ticket"
            + where.text()
            + " ORDER BY registered_at DESC, id DESC LIMIT ?",
        row -> row.getString(1),
        where.parameters(limit));
  }

  /** How many there are, counted up to {@code most}. */
  public long countTickets(Tx tx, TicketFilter filter, int most) {
    Where where = where(filter);
    return Sql.number(
        tx,
        "SELECT COUNT(*) FROM (SELECT 1 FROM ticket" + where.text() + " LIMIT ?) counted",
        where.parameters(most));
  }

  /** A page, in the order in which they came in. */
  public List<Assignment> assignments(Tx tx, AssignmentFilter filter, int offset, int limit) {
    Where where = where(filter);
    return Sql.list(
        tx,
        "SELECT a.image FROM (SELECT id FROM assignment"
            + where.text()
            + " ORDER BY id LIMIT ? OFFSET ?) page JOIN assignment a ON a.id = page.id"
            + " ORDER BY a.id",
        AssignmentStore::read,
        where.parameters(limit, offset));
  }

  /** Likewise, those after {@code last}, which is the last one seen. */
  public List<Assignment> assignmentsAfter(
      Tx tx, AssignmentFilter filter, @Nullable Assignment last, int limit) {
    Where where = where(filter);
    if (last != null) {
      where.and(
          "id > (SELECT b.id FROM assignment b WHERE b.assignment_id = ?)", last.id().toString());
    }
    return Sql.list(
        tx,
        "SELECT image FROM assignment" + where.text() + " ORDER BY id LIMIT ?",
        AssignmentStore::read,
        where.parameters(limit));
  }

  /** How many there are, counted up to {@code most}. */
  public long countAssignments(Tx tx, AssignmentFilter filter, int most) {
    Where where = where(filter);
    return Sql.number(
        tx,
        "SELECT COUNT(*) FROM (SELECT 1 FROM assignment" + where.text() + " LIMIT ?) counted",
        where.parameters(most));
  }

  private static Where where(TicketFilter filter) {
    Where where =
        new Where()
            .andIf(filter.state(), "state = ?")
            .andIf(filter.category(), "category = ?")
            .andIf(filter.urgency(), "urgency = ?")
            .andIf(filter.owner(), "owner = ?")
            .andIf(filter.requesterKey(), "requester_key = ?")
            .andIf(Sql.microsOrNull(filter.from()), "registered_at >= ?")
            .andIf(Sql.microsOrNull(filter.to()), "registered_at < ?");
    if (filter.ids() != null) {
      where.and(
          filter.ids().isEmpty()
              ? "FALSE"
              : "ticket_id IN (" + "?,".repeat(filter.ids().size() - 1) + "?)",
          filter.ids().toArray());
    }
    if (filter.unit() != null) {
      where.and(
          "ticket_id IN (SELECT a.ticket_id FROM assignment a WHERE a.node = ? AND a.unit = ?)",
          filter.node(),
          filter.unit());
    }
    filter.visible().narrow(where);
    if (filter.attention() != null) {
      where.and(filter.attention().ofTickets());
    }
    if (filter.dueBefore() != null && filter.dueAfter() != null) {
      where
          .and(UNANSWERED_TICKET)
          .and("due_at >= ?", Sql.micros(filter.dueAfter()))
          .and("due_at < ?", Sql.micros(filter.dueBefore()));
    }
    if (filter.overdueAt() != null) {
      where.and(UNANSWERED_TICKET).and("due_at < ?", Sql.micros(filter.overdueAt()));
    }
    filter.slice().narrow(where);
    return where;
  }

  private static Where where(AssignmentFilter filter) {
    Where where =
        new Where()
            .and("node = ?", filter.node())
            .andIf(filter.state(), "state = ?")
            .andIf(filter.unit(), "unit = ?")
            .andIf(filter.toSign() == null ? null : filter.toSign().name(), "to_sign = ?");
    filter.visible().narrowByTicket(where);
    Where ticket =
        new Where()
            .andIf(filter.ticket().category(), "category = ?")
            .andIf(filter.ticket().urgency(), "urgency = ?");
    text(ticket, filter.ticket().text());
    region(ticket, filter.ticket().region());
    if (!ticket.text().isEmpty()) {
      where.and(
          "ticket_id IN (SELECT ticket_id FROM ticket" + ticket.text() + ")", ticket.parameters());
    }
    if (filter.attention() != null) {
      where.and(filter.attention().ofAssignments());
    }
    if (filter.overdueAt() != null) {
      where.and(UNREPLIED_ASSIGNMENT).and("due_at < ?", Sql.micros(filter.overdueAt()));
    }
    if (filter.dueBefore() != null && filter.dueAfter() != null) {
      where
          .and(UNREPLIED_ASSIGNMENT)
          .and("due_at >= ?", Sql.micros(filter.dueAfter()))
          .and("due_at < ?", Sql.micros(filter.dueBefore()));
    }
    return where;
  }

  private static void text(Where where, @Nullable String text) {
    if (text == null) {
      return;
    }
    String part = "%" + text.replaceAll("[!%_]", "!$0") + "%";
    if (text.chars().allMatch(letter -> letter < 128)) {
      where.and("(ticket_id = ? OR title LIKE ? ESCAPE '!')", text, part);
    } else {
      // an id is ASCII, and the database refuses to compare it with anything else
      where.and("title LIKE ? ESCAPE '!'", part);
    }
  }

  /** 621000 is the city with its districts, 620000 the province with its cities. */
  private static void region(Where where, @Nullable String region) {
    if (region != null) {
      where.and("region LIKE ?", region.replaceFirst("(00){1,2}$", "") + "%");
    }
  }
}
