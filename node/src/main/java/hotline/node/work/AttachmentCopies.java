package hotline.node.work;

import hotline.node.attachment.Attachment;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.store.StandingRow;
import hotline.node.ticket.TicketId;
import hotline.node.wire.AttachmentCommandWire;
import hotline.node.wire.CommandPayload;
import hotline.node.wire.EntityForms;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What those to whom a ticket is sent on are told of its files. */
@Singleton
public final class AttachmentCopies {

  private static final int MANY = 500;

  private final EntityStore entities;

  private final Rules rules;

  AttachmentCopies(EntityStore entities, Rules rules) {
    this.entities = entities;
    this.rules = rules;
  }

  /**
   * The files that go with a ticket that is sent to a node. The node above has them from the
   * records.
   */
  Optional<CommandPayload> goingTo(Tx tx, NodeCode target, TicketId ticket) {
    if (rules.parent().filter(parent -> parent.code().equals(target)).isPresent()) {
      return Optional.empty();
    }
    List<String> ids =
        entities
            .list(tx, EntityForms.ATTACHMENT, EntityFilter.ofTicket(ticket.toString()), 0, MANY)
            .stream()
            .filter(Attachment::goesDown)
            .map(Attachment::id)
            .toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(told(tx, ticket, ids));
  }

  /** A command with the images as they are stored, so that nothing of a newer node is lost. */
  public CommandPayload told(Tx tx, TicketId ticket, List<String> ids) {
    return AttachmentCommandWire.write(
        new AttachmentCommandWire.Told(
            ticket,
            entities.standing(tx, EntityForms.ATTACHMENT, ids).stream()
                .map(StandingRow::image)
                .toList()));
  }
}
