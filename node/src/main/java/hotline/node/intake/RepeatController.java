package hotline.node.intake;

import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.reference.Neighbours;
import hotline.node.store.AuditStore;
import hotline.node.store.RepeatStore;
import hotline.node.ticket.PersonalNumbers;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.view.Ids;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the same person has brought more than once: the tickets of the same matter that are known
 * here, of whatever node, and the one elsewhere that a node above has told of (ACC-07, ACC-10,
 * A user is told of those that he may look at.
 */
@Controller("/api/tickets/{id}/repeats")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class RepeatController {

  /** Of one person; who has brought more is looked at by the newest. */
  private static final int MOST = 100;

  private final Transactions transactions;
  private final VisibleTickets visible;
  private final RepeatStore repeats;
  private final Duplicates duplicates;
  private final Neighbours nodes;
  private final AuditStore audit;
  private final Clock clock;

  RepeatController(
      Transactions transactions,
      VisibleTickets visible,
      RepeatStore repeats,
      Duplicates duplicates,
      Neighbours nodes,
      AuditStore audit,
      Clock clock) {
    this.transactions = transactions;
    this.visible = visible;
    this.repeats = repeats;
    this.duplicates = duplicates;
    this.nodes = nodes;
    this.audit = audit;
    this.clock = clock;
  }

  /** The oldest first; empty for what was brought once. */
  @Get
  List<RepeatView> of(String id, SignedInUser user) {
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> {
          Ticket found = visible.ticket(tx, ticket, user);
          audit.append(tx, clock.instant(), user.username(), "READ_REPEATS", ticket.toString(), "");
          return of(tx, found, user);
        });
  }

  private List<RepeatView> of(Tx tx, Ticket ticket, SignedInUser user) {
    List<Ticket> same = known(tx, ticket);
    List<RepeatView> shown = new ArrayList<>();
    elsewhere(tx, ticket, user)
        .filter(told -> same.stream().noneMatch(known -> known.id().equals(told.earlier())))
        .map(this::view)
        .ifPresent(shown::add);
    same.stream()
        .filter(other -> visible.sees(tx, other, user))
        .map(other -> view(ticket, other))
        .forEach(shown::add);
    return shown;
  }

  private List<Ticket> known(Tx tx, Ticket ticket) {
    String requester = ticket.requester().key();
    return requester == null
        ? List.of()
        : repeats.everyOfRequester(tx, requester, MOST).stream()
            .filter(other -> !other.id().equals(ticket.id()))
            .filter(other -> duplicates.areSame(ticket, other))
            .toList();
  }

  /** A unit's people are told of their own unit's work only, and this is nobody's here. */
  private Optional<RepeatStore.Repeat> elsewhere(Tx tx, Ticket ticket, SignedInUser user) {
    return user.seesOwnUnitOnly() ? Optional.empty() : repeats.of(tx, ticket.id());
  }

  private RepeatView view(RepeatStore.Repeat told) {
    var node = told.earlier().issuer();
    return new RepeatView(
        told.earlier().toString(),
        new Named(node.value(), nodes.nameOf(node)),
        true,
        told.concluded(),
        null,
        null,
        null);
  }

  private static RepeatView view(Ticket ticket, Ticket other) {
    var registeredAt = other.clock().registeredAt();
    return new RepeatView(
        other.id().toString(),
        Named.of(other.owner()),
        registeredAt.isBefore(ticket.clock().registeredAt()),
        Duplicates.concluded(other),
        PersonalNumbers.hidden(other.appeal().title()),
        other.state(),
        Times.local(registeredAt));
  }

  /**
   * A ticket of the same person about the same.
   *
   * @param owner whose ticket it is
   * @param earlier whether it came before the one that was asked about
   * @param concluded whether it has been concluded, or had been when this node was told of it
   * @param title absent, like what follows, when the ticket is not known here and was told of only
   */
  @Serdeable
  record RepeatView(
      String id,
      Named owner,
      boolean earlier,
      boolean concluded,
      @Nullable String title,
      @Nullable TicketState state,
      @Nullable OffsetDateTime registeredAt) {}
}
