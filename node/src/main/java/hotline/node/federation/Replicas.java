package hotline.node.federation;

import hotline.node.attaching.AttachmentNews;
import hotline.node.intake.Repeats;
import hotline.node.store.AssignmentImage;
import hotline.node.store.AssignmentStore;
import hotline.node.store.EntityRow;
import hotline.node.store.EntityStore;
import hotline.node.store.SearchFeed;
import hotline.node.store.TicketImage;
import hotline.node.store.TicketStore;
import hotline.node.store.TimelineEntry;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Ticket;
import hotline.node.wire.AssignmentWire;
import hotline.node.wire.EntityForm;
import hotline.node.wire.EntityForms;
import hotline.node.wire.EntityImage;
import hotline.node.wire.EntityType;
import hotline.node.wire.JournalRecord;
import hotline.node.wire.RecordWire;
import hotline.node.wire.TicketWire;
import hotline.node.work.Timelines;
import hotline.sync.Tx;
import hotline.sync.stream.AppliedEntity;
import hotline.sync.stream.PoisonRecordException;
import hotline.sync.stream.ReceivedRecord;
import hotline.sync.stream.StreamId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps replicas of what the nodes below own (XTR-03). Of several versions of an entity in one
 * batch only the newest is written; rows are written in the order of their ids, so that two streams
 * that meet on the same ticket do not wait for each other crosswise.
 */
@Singleton
final class Replicas {

  private static final byte[] NOTHING = {};

  private final TicketStore tickets;
  private final AssignmentStore assignments;
  private final TimelineStore timelines;
  private final EntityStore entities;
  private final SearchFeed search;
  private final KnownNodes nodes;
  private final Repeats repeats;
  private final AttachmentNews attachments;

  Replicas(
      TicketStore tickets,
      AssignmentStore assignments,
      TimelineStore timelines,
      EntityStore entities,
      SearchFeed search,
      KnownNodes nodes,
      Repeats repeats,
      AttachmentNews attachments) {
    this.attachments = attachments;
    this.repeats = repeats;
    this.search = search;
    this.entities = entities;
    this.tickets = tickets;
    this.assignments = assignments;
    this.timelines = timelines;
    this.nodes = nodes;
  }

  /** Applies records of a node's own stream; see {@link ReceivedStreams}. */
  List<AppliedEntity> apply(Tx tx, StreamId stream, List<ReceivedRecord> records)
      throws PoisonRecordException {
    Batch batch = new Batch(stream);
    for (ReceivedRecord record : records) {
      try {
        batch.add(record);
      } catch (IllegalArgumentException e) {
        throw new PoisonRecordException(record.position(), String.valueOf(e.getMessage()), e);
      }
    }
    batch.owners.forEach(owner -> nodes.heardOf(tx, owner));
    if (!batch.tickets.isEmpty()) {
      tickets.mergeAll(tx, List.copyOf(batch.tickets.values()));
      repeats.notice(tx, batch.tickets.values().stream().map(TicketImage::ticket).toList());
    }
    if (!batch.assignments.isEmpty()) {
      assignments.mergeAll(tx, List.copyOf(batch.assignments.values()));
    }
    search.changed(tx, batch.ticketIds());
    batch.others.forEach((type, rows) -> merge(tx, type, List.copyOf(rows.values())));
    if (!batch.timeline.isEmpty()) {
      timelines.append(tx, batch.timeline);
    }
    return batch.left;
  }

  private void merge(Tx tx, EntityType type, List<EntityRow> rows) {
    if (type == EntityType.ATTACHMENT) {
      attachments.arrived(tx, rows);
    } else {
      entities.mergeAll(tx, type, rows);
    }
  }

  /** What the records of one stream come to. */
  private static final class Batch {

    private final StreamId stream;
    private final Map<String, TicketImage> tickets = new TreeMap<>();
    private final Map<String, AssignmentImage> assignments = new TreeMap<>();
    private final Map<EntityType, Map<String, EntityRow>> others = new TreeMap<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<AppliedEntity> left = new ArrayList<>();
    private final Set<NodeRef> owners = new TreeSet<>(Comparator.comparing(NodeRef::codeText));

    Batch(StreamId stream) {
      this.stream = stream;
    }

    /** The tickets that are brought, and those whose assignments are. */
    Set<String> ticketIds() {
      Set<String> ids = new TreeSet<>(tickets.keySet());
      assignments.values().forEach(a -> ids.add(a.assignment().id().ticket().toString()));
      return ids;
    }

    void add(ReceivedRecord received) {
      JournalRecord record = RecordWire.read(received.body(), received.personal());
      requireOrigin(record.node().value(), "record");
      for (EntityImage image : record.entities()) {
        if (image.type() == EntityType.TICKET) {
          addTicket(received.position(), image, record.personal().get(image.id()));
        } else if (image.type() == EntityType.ASSIGNMENT) {
          addAssignment(received.position(), image);
        } else {
          // an entity that only a newer node knows stays in the archive of received records
          EntityForms.of(image.type())
              .ifPresent(
                  form ->
                      addOther(
                          received.position(), form, image, record.personal().get(image.id())));
        }
      }
      for (TimelineEntry entry : Timelines.of(record, received.position())) {
        timeline.add(entry);
        left.add(ReplicaImages.timeline(received.position(), entry));
      }
    }

    private void addTicket(long position, EntityImage image, @Nullable PersonalData personal) {
      Ticket ticket = TicketWire.read(image.image(), NOTHING);
      requireOrigin(ticket.owner().codeText(), image.id());
      owners.add(ticket.owner());
      byte[] personalPart = personal == null ? NOTHING : TicketWire.personal(personal);
      left.add(ReplicaImages.ticket(position, image.id(), ticket.version(), image.image()));
      if (personalPart.length > 0) {
        left.add(ReplicaImages.personal(position, image.id(), personalPart));
      }
      tickets.merge(image.id(), new TicketImage(ticket, image.image(), personalPart), Batch::newer);
    }

    private void addAssignment(long position, EntityImage image) {
      Assignment assignment = AssignmentWire.read(image.image());
      requireOrigin(assignment.charge().node().codeText(), image.id());
      owners.add(assignment.charge().node());
      left.add(ReplicaImages.assignment(position, image.id(), assignment.version(), image.image()));
      assignments.merge(
          image.id(),
          new AssignmentImage(assignment, image.image()),
          (old, next) -> next.assignment().version() > old.assignment().version() ? next : old);
    }

    private <T> void addOther(
        long position, EntityForm<T> form, EntityImage image, @Nullable PersonalData personal) {
      T entity = form.read(image.image(), NOTHING);
      EntityForm.Keys keys = form.keys(entity);
      requireOrigin(keys.owner(), image.id());
      byte[] personalPart = personal == null ? NOTHING : TicketWire.personal(personal);
      left.add(
          ReplicaImages.other(position, image.type(), image.id(), image.version(), image.image()));
      if (personalPart.length > 0) {
        left.add(ReplicaImages.otherPersonal(position, image.type(), image.id(), personalPart));
      }
      others
          .computeIfAbsent(image.type(), type -> new TreeMap<>())
          .merge(
              image.id(),
              new EntityRow(
                  image.type(), image.id(), image.version(), keys, image.image(), personalPart),
              Batch::newer);
    }

    private static EntityRow newer(EntityRow old, EntityRow next) {
      EntityRow newest = next.version() > old.version() ? next : old;
      byte[] personal = next.personal().length > 0 ? next.personal() : old.personal();
      return new EntityRow(
          newest.type(), newest.id(), newest.version(), newest.keys(), newest.image(), personal);
    }

    /** The newer image, with the personal part of whichever record brought it. */
    private static TicketImage newer(TicketImage old, TicketImage next) {
      TicketImage newest = next.ticket().version() > old.ticket().version() ? next : old;
      byte[] personal = next.personal().length > 0 ? next.personal() : old.personal();
      return new TicketImage(newest.ticket(), newest.image(), personal);
    }

    /** Only its owner changes an entity, so only its owner's stream may bring it. */
    private void requireOrigin(String owner, String what) {
      if (!owner.equals(stream.origin().value())) {
        throw new IllegalArgumentException(
            what + " of node " + owner + " in the stream of " + stream.origin());
      }
    }
  }
}
