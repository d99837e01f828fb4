package hotline.node.attaching;

import hotline.node.attachment.Attachment;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AssignmentStore;
import hotline.node.store.EntityRow;
import hotline.node.store.EntityStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.Order;
import hotline.node.ticket.TicketId;
import hotline.node.wire.AttachmentCommandWire.Told;
import hotline.node.wire.EntityForms;
import hotline.node.wire.EntityType;
import hotline.node.work.AttachmentCopies;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.command.CommandDraft;
import hotline.sync.command.CommandOutbox;
import hotline.sync.link.NodeLink;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the nodes that a ticket was sent on to of its files. Upward they travel as records, like
 * everything else.
 */
@Singleton
public final class AttachmentNews {

  private static final byte[] NOTHING = {};

  private final EntityStore entities;
  private final TicketStore tickets;
  private final AssignmentStore assignments;
  private final AttachmentCopies copies;
  private final NodeLink link;
  private final Provider<CommandOutbox> outbox;

  AttachmentNews(
      EntityStore entities,
      TicketStore tickets,
      AssignmentStore assignments,
      AttachmentCopies copies,
      NodeLink link,
      Provider<CommandOutbox> outbox) {
    this.entities = entities;
    this.tickets = tickets;
    this.assignments = assignments;
    this.copies = copies;
    this.link = link;
    this.outbox = outbox;
  }

  /** Tells of a file that was brought here. */
  void brought(Tx tx, Attachment file) {
    tell(tx, file.ticket(), List.of(file.id()), concerned(tx, file));
  }

  /**
   * Takes in files that nodes below own, as their records bring them, and tells those of them that
   * are new to the others below who are concerned: a matter that was escalated may have been sent
   * on from here, and what is answered there goes to the one who escalated it.
   */
  public void arrived(Tx tx, List<EntityRow> rows) {
    Set<String> known =
        entities.existing(tx, EntityForms.ATTACHMENT, rows.stream().map(EntityRow::id).toList());
    entities.mergeAll(tx, EntityType.ATTACHMENT, rows);
    for (EntityRow row : rows) {
      if (!known.contains(row.id())) {
        Attachment file = EntityForms.ATTACHMENT.read(row.image(), NOTHING);
        // whoever sends the ticket on at this moment tells of the file, or is seen here
        tickets.lock(tx, file.ticket());
        Set<NodeCode> whom = concerned(tx, file);
        link.tree().childTowards(file.owner().code()).ifPresent(whom::remove);
        tell(tx, file.ticket(), List.of(file.id()), whom);
      }
    }
  }

  /** The children that have to know of a file. */
  private Set<NodeCode> concerned(Tx tx, Attachment file) {
    Set<NodeCode> whom = new TreeSet<>();
    if (file.goesDown()) {
      whom.addAll(assignees(tx, file.ticket()));
    } else {
      holderBelow(tx, file).ifPresent(whom::add);
    }
    return whom;
  }

  /**
   * Takes in what a neighbour tells, and tells it on.
   *
   * @throws RefusedException when it is about a ticket that is not here, or about files whose own
   *     node has to say so itself
   */
  public void told(Tx tx, NodeCode sender, Told told) {
    TicketId ticket = told.ticket();
    if (tickets.find(tx, ticket).isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "本节点没有工单 " + ticket);
    }
    List<EntityRow> rows = new ArrayList<>();
    for (byte[] image : told.images()) {
      Attachment file = EntityForms.ATTACHMENT.read(image, NOTHING);
      requireTeller(sender, ticket, file);
      rows.add(
          new EntityRow(
              EntityType.ATTACHMENT,
              file.id(),
              file.version(),
              EntityForms.ATTACHMENT.keys(file),
              image,
              NOTHING));
    }
    if (!rows.isEmpty()) {
      entities.mergeAll(tx, EntityType.ATTACHMENT, rows);
      List<String> ids =
          rows.stream()
              .filter(row -> !row.keys().state().equals("REPLY"))
              .map(EntityRow::id)
              .toList();
      Set<NodeCode> whom = assignees(tx, ticket);
      whom.remove(sender);
      tell(tx, ticket, ids, whom);
    }
  }

  /** What nodes of its own subtree own comes to this node as records and in no other way. */
  private void requireTeller(NodeCode sender, TicketId ticket, Attachment file) {
    NodeCode owner = file.owner().code();
    boolean fromBelow = link.tree().childTowards(owner).isPresent();
    if (!file.ticket().equals(ticket)
        || owner.equals(link.tree().self())
        || fromBelow
        || !link.tree().parent().filter(sender::equals).isPresent()) {
      throw new RefusedException(
          ErrorCode.FORBIDDEN, "附件 " + file.id() + " 由节点 " + owner + " 管理，不能由 " + sender + " 告知");
    }
  }

  private void tell(Tx tx, TicketId ticket, List<String> ids, Set<NodeCode> whom) {
    if (ids.isEmpty() || whom.isEmpty()) {
      return;
    }
    var command = copies.told(tx, ticket, ids);
    for (NodeCode node : whom) {
      outbox
          .get()
          .enqueue(
              tx, new CommandDraft(node, ticket.toString(), command.type(), command.payload()));
    }
  }

  /**
   * The child that holds the order which this reply answers in the end: it has escalated the matter
   * to this node, which may have sent it on.
   */
  private Optional<NodeCode> holderBelow(Tx tx, Attachment file) {
    Optional<AssignmentId> at = Optional.ofNullable(file.assignment());
    while (at.isPresent()) {
      Optional<Assignment> own =
          assignments
              .find(tx, at.get())
              .filter(found -> found.charge().node().code().equals(link.tree().self()));
      Optional<NodeCode> below =
          own.map(assignment -> assignment.charge().assigner().code())
              .filter(link.tree().children()::contains);
      if (below.isPresent()) {
        return below;
      }
      at = at.get().holder();
    }
    return Optional.empty();
  }

  /** The children that have been given the ticket, or part of it, from here. */
  Set<NodeCode> assignees(Tx tx, TicketId ticket) {
    Set<NodeCode> codes = holders(tx, ticket);
    codes.retainAll(link.tree().children());
    return codes;
  }

  /** Whether this node has sent the ticket up, or part of it, and has not got it back. */
  boolean isSentUp(Tx tx, TicketId ticket) {
    Set<NodeCode> holders = holders(tx, ticket);
    return link.tree().parent().filter(holders::contains).isPresent();
  }

  private Set<NodeCode> holders(Tx tx, TicketId ticket) {
    Set<NodeCode> codes = new TreeSet<>();
    NodeCode self = link.tree().self();
    tickets
        .find(tx, ticket)
        .filter(found -> found.owner().code().equals(self))
        .ifPresent(found -> add(found.orders().live(), codes));
    for (Assignment assignment : assignments.ofTicket(tx, ticket)) {
      if (assignment.charge().node().code().equals(self)) {
        add(assignment.orders().live(), codes);
      }
    }
    return codes;
  }

  private static void add(List<Order> orders, Set<NodeCode> codes) {
    for (Order order : orders) {
      if (order.assignee() instanceof NodeRef node) {
        codes.add(node.code());
      }
    }
  }
}
