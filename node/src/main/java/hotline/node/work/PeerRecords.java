package hotline.node.work;

import hotline.node.reference.HandlingUnit;
import hotline.node.reference.ReferenceData;
import hotline.node.store.TicketImage;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Orders;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitRef;
import hotline.node.wire.EntityImage;
import hotline.node.wire.EntityType;
import hotline.node.wire.JournalRecord;
import hotline.node.wire.RecordWire;
import hotline.sync.Tx;
import hotline.sync.stream.JournalEntry;
import hotline.sync.stream.PeerStreams;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records a subscribed department gets (XTR-05, Q-14): those about what it or a unit below it
 * carries out, those about a ticket that is dispatched to them, and those about matters of a domain
 * that it has an eye on, as a city's governance centre does (XTR-11). Each comes with the ticket as
 * it then is, so that the department needs nothing else to understand it.
 */
@Singleton
final class PeerRecords {

  private final PeerStreams streams;
  private final ReferenceData reference;

  PeerRecords(PeerStreams streams, ReferenceData reference) {
    this.streams = streams;
    this.reference = reference;
  }

  /**
   * The journal entries of all subscribers, in the order of the records for each.
   *
   * @param stored the tickets as they were loaded
   */
  List<JournalEntry> entries(Tx tx, Changeset changes, Map<TicketId, TicketImage> stored) {
    List<JournalEntry> entries = new ArrayList<>();
    for (String subscriber : streams.subscribers(tx)) {
      for (JournalRecord record : changes.records) {
        if (concerned(record, changes, stored).contains(subscriber)) {
          JournalRecord whole = withTicket(record, changes, stored);
          entries.add(
              JournalEntry.peer(subscriber, RecordWire.body(whole), RecordWire.personal(whole)));
        }
      }
    }
    return entries;
  }

  private Set<String> concerned(
      JournalRecord record, Changeset changes, Map<TicketId, TicketImage> stored) {
    Set<String> units = new HashSet<>();
    TicketId about = record.ticket();
    if (about != null) {
      ticket(about, changes, stored).ifPresent(ticket -> addWatchers(units, ticket));
    }
    for (EntityImage image : record.entities()) {
      for (Tracked<Ticket> ticket : changes.tickets) {
        if (ticket.now().id().toString().equals(image.id())) {
          Ticket before = ticket.before();
          addUnits(units, before == null ? Orders.NONE : before.orders());
          addUnits(units, ticket.now().orders());
        }
      }
      for (Tracked<Assignment> assignment : changes.assignments) {
        if (assignment.now().id().toString().equals(image.id())) {
          addUnit(units, assignment.now().charge().unit());
          Assignment before = assignment.before();
          addUnits(units, before == null ? Orders.NONE : before.orders());
          addUnits(units, assignment.now().orders());
        }
      }
    }
    return units;
  }

  private void addWatchers(Set<String> units, Ticket ticket) {
    var noted = ticket.appeal().matter();
    if (noted != null) {
      reference
          .catalogue(ticket.appeal().catalogue())
          .matter(noted.code())
          .ifPresent(
              matter ->
                  reference.units().stream()
                      .filter(unit -> unit.domains().contains(matter.domain()))
                      .forEach(unit -> units.add(unit.code())));
    }
  }

  private void addUnits(Set<String> units, Orders orders) {
    for (Order order : orders.all()) {
      boolean inHand = order.state().live() || order.state() == OrderState.CONCLUDED;
      if (inHand && order.assignee() instanceof UnitRef unit) {
        addUnit(units, unit);
      }
    }
  }

  /** The unit and those above it: a department answers for its second-level units. */
  private void addUnit(Set<String> units, @Nullable UnitRef unit) {
    Optional<String> next = Optional.ofNullable(unit).map(UnitRef::codeText);
    while (next.isPresent() && units.add(next.get())) {
      next = reference.unitOnceThere(next.get()).flatMap(HandlingUnit::parent);
    }
  }

  private static JournalRecord withTicket(
      JournalRecord record, Changeset changes, Map<TicketId, TicketImage> stored) {
    TicketId id = record.ticket();
    if (id == null) {
      return record;
    }
    List<EntityImage> entities = new ArrayList<>(record.entities());
    if (entities.stream().noneMatch(entity -> isTicket(entity, id))) {
      latest(id, changes, stored).ifPresent(entities::add);
    }
    return new JournalRecord(
        record.kind(),
        record.node(),
        id,
        record.occurredAt(),
        record.actor(),
        record.happenings(),
        entities,
        personal(id, changes, stored));
  }

  private static Optional<EntityImage> latest(
      TicketId id, Changeset changes, Map<TicketId, TicketImage> stored) {
    Optional<EntityImage> changed =
        changes.records.stream()
            .flatMap(record -> record.entities().stream())
            .filter(entity -> isTicket(entity, id))
            .reduce((earlier, later) -> later);
    return changed.or(
        () ->
            Optional.ofNullable(stored.get(id))
                .map(
                    image ->
                        new EntityImage(
                            EntityType.TICKET,
                            id.toString(),
                            image.ticket().version(),
                            image.image())));
  }

  private static Map<String, PersonalData> personal(
      TicketId id, Changeset changes, Map<TicketId, TicketImage> stored) {
    return ticket(id, changes, stored)
        .map(found -> found.requester().personal())
        .filter(personal -> !personal.isEmpty())
        .map(personal -> Map.of(id.toString(), personal))
        .orElseGet(Map::of);
  }

  private static Optional<Ticket> ticket(
      TicketId id, Changeset changes, Map<TicketId, TicketImage> stored) {
    return changes.tickets.stream()
        .map(Tracked::now)
        .filter(changed -> changed.id().equals(id))
        .findFirst()
        .or(() -> Optional.ofNullable(stored.get(id)).map(TicketImage::ticket));
  }

  private static boolean isTicket(EntityImage entity, TicketId id) {
    return entity.type() == EntityType.TICKET && entity.id().equals(id.toString());
  }
}
