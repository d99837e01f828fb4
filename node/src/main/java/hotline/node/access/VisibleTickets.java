package hotline.node.access;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AssignmentStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitRef;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The tickets and assignments that a user may look at: of the regions and categories that he has to
 * do with, and for a unit's people of their own unit (SEC-03). Whatever else is asked for is
 * refused as if it were not there: whether it is, is not his business.
 */
@Singleton
public final class VisibleTickets {

  private final TicketStore tickets;
  private final AssignmentStore assignments;
  private final Rules rules;

  VisibleTickets(TicketStore tickets, AssignmentStore assignments, Rules rules) {
    this.tickets = tickets;
    this.assignments = assignments;
    this.rules = rules;
  }

  /**
   * The ticket.
   *
   * @throws RefusedException {@code NOT_FOUND} when it is not known here or not for the user
   */
  public Ticket ticket(Tx tx, TicketId id, SignedInUser user) {
    return known(tx, id, user)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有工单 " + id));
  }

  /**
   * Demands that the ticket is not kept from the user. One that is not known here, but of which
   * something may be, is nobody's secret but for a unit's people.
   *
   * @throws RefusedException {@code NOT_FOUND}
   */
  public void require(Tx tx, TicketId id, SignedInUser user) {
    known(tx, id, user);
  }

  /**
   * The assignment.
   *
   * @throws RefusedException {@code NOT_FOUND} when it is not known here or not for the user
   */
  public Assignment assignment(Tx tx, AssignmentId id, SignedInUser user) {
    Assignment assignment =
        assignments
            .find(tx, id)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有派办 " + id));
    require(tx, assignment, user);
    return assignment;
  }

  /**
   * Those of a ticket at hand that the user may look at.
   *
   * @throws RefusedException {@code NOT_FOUND} when the ticket is not for the user
   */
  public List<Assignment> assignments(Tx tx, Ticket ticket, SignedInUser user) {
    Permissions.requireInScope(user, ticket);
    List<Assignment> known = assignments.ofTicket(tx, ticket.id());
    if (!user.seesOwnUnitOnly()) {
      return known;
    }
    List<Assignment> own = known.stream().filter(each -> isUnits(each, user)).toList();
    if (own.isEmpty()) {
      throw notHis(ticket.id().toString());
    }
    return own;
  }

  /**
   * Demands that an assignment at hand is not kept from the user.
   *
   * @throws RefusedException {@code NOT_FOUND}
   */
  public void require(Tx tx, Assignment assignment, SignedInUser user) {
    if (user.seesOwnUnitOnly() && !isUnits(assignment, user)) {
      throw notHis(assignment.id().toString());
    }
    tickets
        .find(tx, assignment.id().ticket())
        .ifPresent(ticket -> Permissions.requireInScope(user, ticket));
  }

  /** Whether the user may look at a ticket that is at hand. */
  public boolean sees(Tx tx, Ticket ticket, SignedInUser user) {
    return user.scope().covers(ticket.appeal())
        && (!user.seesOwnUnitOnly() || isUnits(tx, ticket.id(), user));
  }

  private Optional<Ticket> known(Tx tx, TicketId id, SignedInUser user) {
    Optional<Ticket> known = tickets.find(tx, id);
    known.ifPresent(ticket -> Permissions.requireInScope(user, ticket));
    if (user.seesOwnUnitOnly() && !isUnits(tx, id, user)) {
      throw notHis(id.toString());
    }
    return known;
  }

  private boolean isUnits(Tx tx, TicketId id, SignedInUser user) {
    return assignments.ofTicket(tx, id).stream().anyMatch(each -> isUnits(each, user));
  }

  /** The unit's own work, and that of a public utility that it supervises (DSP-05). */
  private boolean isUnits(Assignment assignment, SignedInUser user) {
    UnitRef unit = assignment.charge().unit();
    UnitRef supervisor = assignment.charge().briefing().supervisor();
    return unit != null
        && assignment.charge().node().code().equals(rules.self().code())
        && (Permissions.worksFor(user, unit)
            || (supervisor != null && Permissions.worksFor(user, supervisor)));
  }

  private static RefusedException notHis(String id) {
    return new RefusedException(ErrorCode.NOT_FOUND, "没有 " + id + "，或它不由本单位办理");
  }
}
