package hotline.node.search;

import hotline.node.store.AssignmentStore;
import hotline.node.store.SearchFeed;
import hotline.node.store.SearchFeed.Change;
import hotline.node.store.SearchFeed.Head;
import hotline.node.store.SearchFeed.Scanned;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;

/**
 * Brings an index forward, some tickets at a time, in short transactions. Reading all tickets row
 * by row misses none: whatever commits behind the reader has its change noted, and changes since
 * before the reading began are followed once it is through.
 */
@Singleton
final class Indexing {

  private static final int SCANNED_AT_ONCE = 500;
  private static final int FOLLOWED_AT_ONCE = 500;

  private final Transactions transactions;
  private final SearchFeed feed;
  private final TicketStore tickets;
  private final AssignmentStore assignments;
  private final Clock clock;

  Indexing(
      Transactions transactions,
      SearchFeed feed,
      TicketStore tickets,
      AssignmentStore assignments,
      Clock clock) {
    this.transactions = transactions;
    this.feed = feed;
    this.tickets = tickets;
    this.assignments = assignments;
    this.clock = clock;
  }

  /** Where the feed is; nothing is written. */
  Head peek() {
    return transactions.call(feed::head);
  }

  /** Where the feed is after all changes that can be seen have got their positions. */
  Head head() {
    Head head = peek();
    if (!head.waiting()) {
      return head;
    }
    while (transactions.call(tx -> feed.number(tx, clock.instant()))) {
      // as many as are taken at a time came back: there may be more
    }
    return peek();
  }

  void requestRebuild() {
    transactions.run(feed::requestRebuild);
  }

  long lastRow() {
    return transactions.call(feed::lastRow);
  }

  /**
   * Reads on through all tickets.
   *
   * @return false when there are no more
   */
  boolean scan(Generation index) throws IOException {
    record Read(List<Scanned> rows, Map<TicketId, List<Assignment>> assignments) {}
    Mark mark = index.mark();
    Read read =
        transactions.call(
            tx -> {
              List<Scanned> rows = feed.scan(tx, mark.scanned(), SCANNED_AT_ONCE);
              List<TicketId> ids = rows.stream().map(row -> row.ticket().id()).toList();
              return new Read(rows, assignments.ofTickets(tx, ids));
            });
    if (read.rows().isEmpty()) {
      return false;
    }
    List<Document> documents =
        read.rows().stream().map(row -> document(row.ticket(), read.assignments())).toList();
    long last = read.rows().get(read.rows().size() - 1).row();
    index.add(documents, mark.scan(last));
    return true;
  }

  /**
   * Takes in the next changes.
   *
   * @return false when there are no more
   */
  boolean follow(Generation index) throws IOException {
    record Read(
        List<Change> changes,
        Map<TicketId, Ticket> tickets,
        Map<TicketId, List<Assignment>> assignments) {}
    Mark mark = index.mark();
    Read read =
        transactions.call(
            tx -> {
              List<Change> changes = feed.after(tx, mark.position(), FOLLOWED_AT_ONCE);
              List<TicketId> ids =
                  changes.stream().map(Change::ticketId).distinct().map(TicketId::parse).toList();
              return new Read(changes, tickets.findAll(tx, ids), assignments.ofTickets(tx, ids));
            });
    if (read.changes().isEmpty()) {
      return false;
    }
    Map<String, Document> documents = new HashMap<>();
    read.tickets()
        .forEach(
            (id, ticket) -> documents.put(id.toString(), document(ticket, read.assignments())));
    long last = read.changes().get(read.changes().size() - 1).position();
    index.replace(documents, mark.follow(last));
    return true;
  }

  private static Document document(Ticket ticket, Map<TicketId, List<Assignment>> assignments) {
    return TicketDocuments.of(ticket, assignments.getOrDefault(ticket.id(), List.of()));
  }
}
