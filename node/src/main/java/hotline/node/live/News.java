package hotline.node.live;

import java.util.List;
import java.util.Set;

/** What has been found out in one look at the database. */
record News(List<Ticket> tickets, List<String> calls, List<Ticket> presence) {

  /**
   * What decides who may see a ticket.
   *
   * @param region six digits, or empty
   * @param units of this node that have a part in it
   */
  record Place(String region, String category, Set<String> units) {}

  /** Something about a ticket. */
  record Ticket(String id, long version, Place place) {}

  boolean isEmpty() {
    return tickets.isEmpty() && calls.isEmpty() && presence.isEmpty();
  }
}
