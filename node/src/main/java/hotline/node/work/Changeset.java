package hotline.node.work;

import hotline.node.store.NoticeStore;
import hotline.node.store.TicketImage;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.Effect;
import hotline.node.ticket.Ticket;
import hotline.node.wire.JournalRecord;
import java.util.ArrayList;
import java.util.List;

/** Everything that a unit of work has to write down. */
final class Changeset {

  final List<TicketImage> copies = new ArrayList<>(1);
  final List<Tracked<Ticket>> tickets = new ArrayList<>(1);
  final List<Tracked<Assignment>> assignments = new ArrayList<>(2);

  /** In the order of the decisions; the last image of an entity is the one to be stored. */
  final List<JournalRecord> records = new ArrayList<>();

  /** What follows from all that has changed. */
  final List<Projection> projections = new ArrayList<>(2);

  /** Messages to citizens. */
  final List<NoticeStore.Draft> notices = new ArrayList<>(1);

  /** Effects for other nodes. */
  final List<Effect> outgoing = new ArrayList<>(1);
}
