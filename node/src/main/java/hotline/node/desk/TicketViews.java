package hotline.node.desk;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.classification.Labelled;
import hotline.node.reference.ReferenceData;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitRef;
import hotline.node.view.AssignmentView;
import hotline.node.view.FreeTexts;
import hotline.node.view.TicketRow;
import hotline.node.view.TicketView;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Shows tickets and assignments to a user: what he may see, masked, with what he may do. */
@Singleton
public final class TicketViews {

  private final TicketStore tickets;
  private final VisibleTickets visible;
  private final ReferenceData reference;
  private final Rules rules;
  private final Clock clock;

  TicketViews(
      TicketStore tickets,
      VisibleTickets visible,
      ReferenceData reference,
      Rules rules,
      Clock clock) {
    this.reference = reference;
    this.tickets = tickets;
    this.visible = visible;
    this.rules = rules;
    this.clock = clock;
  }

  /** The ticket and all that is known here of its assignments. */
  public TicketView ticket(Tx tx, TicketId id, SignedInUser user) {
    return ticket(tx, visible.ticket(tx, id, user), user);
  }

  /** A ticket that is at hand. */
  public TicketView ticket(Tx tx, Ticket ticket, SignedInUser user) {
    return FreeTexts.masked(whole(tx, ticket, user));
  }

  /** The same with what people wrote as they wrote it: for a reason, on the record (SEC-03). */
  TicketView whole(Tx tx, Ticket ticket, SignedInUser user) {
    return TicketView.whole(
        ticket,
        isOwn(ticket),
        visible.assignments(tx, ticket, user).stream()
            .map(assignment -> whole(assignment, null, user))
            .toList(),
        allowed(ticket, user),
        clock.instant());
  }

  /** The assignment, with its ticket's row of a list. */
  public AssignmentView assignment(Tx tx, AssignmentId id, SignedInUser user) {
    return shown(tx, visible.assignment(tx, id, user), user);
  }

  /** An assignment that is at hand. */
  public AssignmentView assignment(Tx tx, Assignment assignment, SignedInUser user) {
    visible.require(tx, assignment, user);
    return shown(tx, assignment, user);
  }

  private AssignmentView shown(Tx tx, Assignment assignment, SignedInUser user) {
    return view(
        assignment, tickets.find(tx, assignment.id().ticket()).map(this::row).orElse(null), user);
  }

  TicketRow row(Ticket ticket) {
    return TicketRow.of(ticket, isOwn(ticket), clock.instant());
  }

  AssignmentView view(Assignment assignment, @Nullable TicketRow row, SignedInUser user) {
    return FreeTexts.masked(whole(assignment, row, user));
  }

  private AssignmentView whole(Assignment assignment, @Nullable TicketRow row, SignedInUser user) {
    return AssignmentView.whole(assignment, row, allowed(assignment, user), clock.instant());
  }

  /** A unit sends work on only when there are units below it. */
  private boolean hasWhomToSend(Assignment assignment) {
    UnitRef unit = assignment.charge().unit();
    return unit == null
        || reference.units().stream()
            .anyMatch(other -> other.parent().filter(unit.codeText()::equals).isPresent());
  }

  private boolean isOwn(Ticket ticket) {
    return ticket.owner().code().equals(rules.self().code());
  }

  private Set<String> allowed(Ticket ticket, SignedInUser user) {
    if (!isOwn(ticket)) {
      return Set.of();
    }
    return names(
        TicketAction.allowedFor(ticket).stream()
            .filter(action -> action != TicketAction.ESCALATE || rules.parent().isPresent())
            .filter(action -> Permissions.may(user, action))
            .toList());
  }

  private Set<String> allowed(Assignment assignment, SignedInUser user) {
    if (!assignment.charge().node().code().equals(rules.self().code())) {
      return Set.of();
    }
    return names(
        AssignmentAction.allowedFor(assignment).stream()
            .filter(action -> action != AssignmentAction.ESCALATE || rules.parent().isPresent())
            .filter(action -> action != AssignmentAction.DISPATCH || hasWhomToSend(assignment))
            .filter(action -> Permissions.may(user, action, assignment))
            .toList());
  }

  /** As they stand in the addresses, e.g. {@code decide-return}. */
  private static Set<String> names(Collection<? extends Labelled> actions) {
    Set<String> names = new TreeSet<>();
    actions.forEach(action -> names.add(action.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    return names;
  }
}
