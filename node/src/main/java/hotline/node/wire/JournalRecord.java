package hotline.node.wire;

import hotline.node.classification.RecordKind;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentEvent;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.Happening;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketEvent;
import hotline.node.ticket.TicketId;
import hotline.sync.NodeCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it goes into the stream and comes out of it.
 *
 * @param node where it happened
 * @param ticket records of one ticket keep their order; null for what belongs to no ticket
 * @param happenings in the order in which they happened
 * @param entities the after-image of each entity that it changed
 * @param personal personal data by entity id; only in the record that brings the entity into being,
 *     for it does not change afterwards, and empty when a masked link has dropped it
 */
public record JournalRecord(
    RecordKind kind,
    NodeCode node,
    @Nullable TicketId ticket,
    Instant occurredAt,
    Actor actor,
    List<Happening> happenings,
    List<EntityImage> entities,
    Map<String, PersonalData> personal) {

  public JournalRecord {
    happenings = List.copyOf(happenings);
    entities = List.copyOf(entities);
    personal = Map.copyOf(personal);
  }

  /**
   * The record of one decision about a ticket.
   *
   * @param ticket as it is after the events
   */
  public static JournalRecord of(DecisionContext context, Ticket ticket, List<TicketEvent> events) {
    boolean registered =
        events.stream().anyMatch(event -> event instanceof TicketEvent.TicketRegistered);
    PersonalData personal = ticket.requester().personal();
    return of(
        context,
        ticket.id(),
        events.stream().map(Happening::of).toList(),
        TicketWire.image(ticket),
        registered && !personal.isEmpty() ? Map.of(ticket.id().toString(), personal) : Map.of());
  }

  /**
   * The record of one decision about an assignment.
   *
   * @param assignment as it is after the events
   */
  public static JournalRecord of(
      DecisionContext context, Assignment assignment, List<AssignmentEvent> events) {
    return of(
        context,
        assignment.id().ticket(),
        events.stream().map(event -> Happening.of(assignment.id(), event)).toList(),
        AssignmentWire.image(assignment),
        Map.of());
  }

  private static JournalRecord of(
      DecisionContext context,
      TicketId ticket,
      List<Happening> happenings,
      EntityImage image,
      Map<String, PersonalData> personal) {
    return new JournalRecord(
        happenings.isEmpty() ? RecordKind.TICKET : happenings.get(0).type().kind(),
        context.self().code(),
        ticket,
        context.now(),
        context.actor(),
        happenings,
        List.of(image),
        personal);
  }
}
