package hotline.node.store;

import java.util.ArrayList;
import java.util.List;

/**
 * What of the tickets somebody may see at all; an empty list does not narrow it.
 *
 * @param regions beginnings of region codes
 * @param categories names of categories
 */
public record Visibility(List<String> regions, List<String> categories) {

  public static final Visibility ALL = new Visibility(List.of(), List.of());

  public Visibility {
    regions = List.copyOf(regions);
    categories = List.copyOf(categories);
  }

  boolean all() {
    return regions.isEmpty() && categories.isEmpty();
  }

  /** The condition on the ticket table; only when not {@link #all}. */
  String condition() {
    List<String> parts = new ArrayList<>(2);
    if (!regions.isEmpty()) {
      parts.add(
          "(" + String.join(" OR ", regions.stream().map(r -> "region LIKE ?").toList()) + ")");
    }
    if (!categories.isEmpty()) {
      parts.add("category IN (" + "?,".repeat(categories.size() - 1) + "?)");
    }
    return String.join(" AND ", parts);
  }

  /** Narrows a query on the ticket table. */
  void narrow(Where where) {
    if (!all()) {
      where.and(condition(), parameters());
    }
  }

  /**
   * Narrows a query on a table that names a ticket: what is about one is seen by who may see it.
   */
  void narrowByTicket(Where where) {
    if (!all()) {
      where.and(
          "ticket_id IN (SELECT ticket_id FROM ticket WHERE " + condition() + ")", parameters());
    }
  }

  Object[] parameters() {
    List<Object> all = new ArrayList<>();
    regions.forEach(region -> all.add(region + "%"));
    all.addAll(categories);
    return all.toArray();
  }
}
