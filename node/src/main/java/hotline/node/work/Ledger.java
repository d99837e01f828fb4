package hotline.node.work;

import hotline.node.store.AssignmentImage;
import hotline.node.store.AssignmentStore;
import hotline.node.store.NoticeStore;
import hotline.node.store.SearchFeed;
import hotline.node.store.TicketImage;
import hotline.node.store.TicketStore;
import hotline.node.store.TimelineEntry;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Effect;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.wire.CommandPayload;
import hotline.node.wire.CommandWire;
import hotline.node.wire.EntityImage;
import hotline.node.wire.JournalRecord;
import hotline.node.wire.RecordWire;
import hotline.node.wire.TicketCopy;
import hotline.node.wire.TicketWire;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.command.CommandDraft;
import hotline.sync.command.CommandOutbox;
import hotline.sync.stream.Journal;
import hotline.sync.stream.JournalEntry;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes units of work down: the new states with what follows from them, one journal record for
 * each decision, the timeline, and commands for other nodes, all in one transaction.
 */
@Singleton
final class Ledger {

  private static final byte[] NOTHING = {};

  private final TicketStore tickets;
  private final AssignmentStore assignments;
  private final TimelineStore timelines;
  private final NoticeStore notices;
  private final SearchFeed search;
  private final Journal journal;
  private final PeerRecords peers;
  private final AttachmentCopies attachments;
  private final Projections projections;

  /** Looked up late: what the command link receives is handled by units of work. */
  private final Provider<CommandOutbox> outbox;

  Ledger(
      TicketStore tickets,
      AssignmentStore assignments,
      TimelineStore timelines,
      NoticeStore notices,
      SearchFeed search,
      Journal journal,
      PeerRecords peers,
      AttachmentCopies attachments,
      Projections projections,
      Provider<CommandOutbox> outbox) {
    this.tickets = tickets;
    this.assignments = assignments;
    this.timelines = timelines;
    this.notices = notices;
    this.search = search;
    this.journal = journal;
    this.peers = peers;
    this.attachments = attachments;
    this.projections = projections;
    this.outbox = outbox;
  }

  Optional<TicketImage> lockedTicket(Tx tx, TicketId id) {
    return tickets.lock(tx, id);
  }

  Optional<Assignment> assignment(Tx tx, AssignmentId id) {
    return assignments.find(tx, id);
  }

  /**
   * Writes everything down.
   *
   * @param stored the tickets as they were loaded
   */
  void write(Tx tx, Changeset changes, Map<TicketId, TicketImage> stored) {
    Map<String, byte[]> images = lastImages(changes.records);
    if (!changes.copies.isEmpty()) {
      tickets.mergeAll(tx, changes.copies);
    }
    changes.tickets.forEach(ticket -> writeTicket(tx, ticket, images));
    changes.assignments.forEach(assignment -> writeAssignment(tx, assignment, images));
    search.changed(tx, changed(changes));
    if (!changes.records.isEmpty()) {
      timelines.append(tx, timeline(changes.records));
      journal.append(tx, changes.records.stream().map(Ledger::entry).toList());
      journal.append(tx, peers.entries(tx, changes, stored));
    }
    projections.write(tx, changes.projections);
    if (!changes.notices.isEmpty()) {
      notices.put(tx, changes.notices);
    }
    changes.outgoing.forEach(effect -> send(tx, effect, changes, images, stored));
  }

  /** The tickets of which something is written here, for the search index. */
  private static Set<String> changed(Changeset changes) {
    Set<String> ids = new TreeSet<>();
    changes.copies.forEach(copy -> ids.add(copy.ticket().id().toString()));
    changes.tickets.forEach(ticket -> ids.add(ticket.now().id().toString()));
    changes.assignments.forEach(a -> ids.add(a.now().id().ticket().toString()));
    return ids;
  }

  private void writeTicket(Tx tx, Tracked<Ticket> tracked, Map<String, byte[]> images) {
    Ticket ticket = tracked.now();
    byte[] image = required(images, ticket.id().toString());
    Ticket before = tracked.before();
    if (before == null) {
      tickets.insert(tx, new TicketImage(ticket, image, TicketWire.personal(ticket)));
    } else {
      tickets.update(tx, new TicketImage(ticket, image, NOTHING), before.version());
    }
  }

  private void writeAssignment(Tx tx, Tracked<Assignment> tracked, Map<String, byte[]> images) {
    Assignment assignment = tracked.now();
    AssignmentImage image =
        new AssignmentImage(assignment, required(images, assignment.id().toString()));
    Assignment before = tracked.before();
    if (before == null) {
      assignments.insert(tx, image);
    } else {
      assignments.update(tx, image, before.version());
    }
  }

  private void send(
      Tx tx,
      Effect effect,
      Changeset changes,
      Map<String, byte[]> images,
      Map<TicketId, TicketImage> stored) {
    if (effect instanceof Effect.Instruct instruct) {
      TicketId ticket = instruct.assignment().ticket();
      enqueue(
          tx,
          instruct.target(),
          ticket,
          CommandWire.encode(instruct, copy(ticket, changes, images, stored)));
      if (instruct.instruction() instanceof Instruction.Dispatched) {
        attachments
            .goingTo(tx, instruct.target(), ticket)
            .ifPresent(command -> enqueue(tx, instruct.target(), ticket, command));
      }
    } else if (effect instanceof Effect.SendReport send) {
      enqueue(tx, send.target(), send.assignment().ticket(), CommandWire.encode(send));
    }
  }

  private void enqueue(Tx tx, NodeCode target, TicketId ticket, CommandPayload command) {
    outbox
        .get()
        .enqueue(
            tx, new CommandDraft(target, ticket.toString(), command.type(), command.payload()));
  }

  /** The ticket as it goes with a dispatch: as stored, or as it has just become. */
  private static TicketCopy copy(
      TicketId id,
      Changeset changes,
      Map<String, byte[]> images,
      Map<TicketId, TicketImage> stored) {
    Optional<Ticket> changed =
        changes.tickets.stream().map(Tracked::now).filter(t -> t.id().equals(id)).findFirst();
    if (changed.isPresent()) {
      Ticket ticket = changed.get();
      return new TicketCopy(
          id.toString(),
          ticket.version(),
          required(images, id.toString()),
          TicketWire.personal(ticket));
    }
    TicketImage image = stored.get(id);
    if (image == null) {
      throw new IllegalStateException("ticket " + id + " is not at hand");
    }
    return new TicketCopy(id.toString(), image.ticket().version(), image.image(), image.personal());
  }

  private static Map<String, byte[]> lastImages(List<JournalRecord> records) {
    Map<String, byte[]> images = new HashMap<>();
    for (JournalRecord record : records) {
      for (EntityImage image : record.entities()) {
        images.put(image.id(), image.image());
      }
    }
    return images;
  }

  private static byte[] required(Map<String, byte[]> images, String id) {
    byte[] image = images.get(id);
    if (image == null) {
      throw new IllegalStateException(id + " changed without a record");
    }
    return image;
  }

  private static List<TimelineEntry> timeline(List<JournalRecord> records) {
    List<TimelineEntry> entries = new ArrayList<>();
    records.forEach(record -> entries.addAll(Timelines.of(record, null)));
    return entries;
  }

  private static JournalEntry entry(JournalRecord record) {
    return JournalEntry.uplink(RecordWire.body(record), RecordWire.personal(record));
  }
}
