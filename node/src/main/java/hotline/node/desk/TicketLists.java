package hotline.node.desk;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.search.SearchSettings;
import hotline.node.search.TicketFinder;
import hotline.node.search.TicketFinder.Found;
import hotline.node.search.TicketIndex;
import hotline.node.search.TicketSearch;
import hotline.node.search.TicketSearch.Order;
import hotline.node.store.DeskStore;
import hotline.node.store.TicketFilter;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.Paging;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tickets of a list, in the database or in the search index, whichever is the one to ask:
 * the database for what is not finished yet, which is little and has to be right at once; the index
 * for what is looked for by words, or among all that there has ever been. Before it answers, the
 * index takes in what has been committed until then, so that both tell the same.
 */
@Singleton
final class TicketLists {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int EXPORTED_AT_ONCE = 500;

  private final Transactions transactions;
  private final DeskStore desk;
  private final TicketStore tickets;
  private final TicketIndex index;
  private final TicketFinder finder;
  private final int mostNarrowed;

  TicketLists(
      Transactions transactions,
      DeskStore desk,
      TicketStore tickets,
      TicketIndex index,
      TicketFinder finder,
      SearchSettings settings) {
    this.transactions = transactions;
    this.desk = desk;
    this.tickets = tickets;
    this.index = index;
    this.finder = finder;
    this.mostNarrowed = settings.getMostNarrowed();
  }

  /**
   * A page of a list.
   *
   * @param indexed how much could be searched, in percent; null for all
   */
  record Page(
      List<Ticket> tickets,
      long total,
      boolean atLeast,
      List<String> words,
      @Nullable Integer indexed) {}

  Page page(TicketSearch search, Order order, int page, int size) {
    int offset = new Paging(page, size).offset();
    if (fromDatabase(search)) {
      return transactions.call(tx -> ofDatabase(tx, search.filter(), order, offset, size));
    }
    boolean all = index.complete() && (index.catchUp(PATIENCE) || index.complete());
    TicketSearch possible = throughIds(search);
    Found found = finder.page(possible, order, offset, size);
    return new Page(
        transactions.call(tx -> inOrder(tx, found.ids())),
        found.total(),
        found.atLeast(),
        search.words(),
        all ? null : index.status().percent());
  }

  /** All of a list, newest first, in pieces, each of them read in a transaction of its own. */
  void all(TicketSearch search, Consumer<List<Ticket>> pieces) {
    if (fromDatabase(search)) {
      allOfDatabase(search.filter(), pieces);
      return;
    }
    index.catchUp(PATIENCE);
    finder.all(exportable(search), ids -> pieces.accept(transactions.call(tx -> inOrder(tx, ids))));
  }

  /**
   * The search as {@link #all} goes through it. Refuses where not all tickets could be searched: in
   * a file nobody would see what is missing.
   */
  TicketSearch exportable(TicketSearch search) {
    if (fromDatabase(search)) {
      return search;
    }
    if (!index.complete()) {
      throw new RefusedException(ErrorCode.UNAVAILABLE, "检索索引正在重建，暂不能导出，请稍后再试");
    }
    return throughIds(search);
  }

  private boolean fromDatabase(TicketSearch search) {
    TicketFilter filter = search.filter();
    return !search.needsIndex() && (filter.few() || filter.everything() || !index.complete());
  }

  private Page ofDatabase(Tx tx, TicketFilter filter, Order order, int offset, int size) {
    List<Ticket> found = desk.tickets(tx, filter, order == Order.OLDEST, offset, size);
    long counted = desk.countTickets(tx, filter, TicketFinder.COUNTED + 1);
    boolean more = counted > TicketFinder.COUNTED;
    return new Page(found, more ? TicketFinder.COUNTED : counted, more, List.of(), null);
  }

  private void allOfDatabase(TicketFilter filter, Consumer<List<Ticket>> pieces) {
    Ticket last = null;
    while (true) {
      Ticket before = last;
      List<Ticket> next =
          transactions.call(tx -> desk.ticketsBefore(tx, filter, before, EXPORTED_AT_ONCE));
      if (next.isEmpty()) {
        return;
      }
      pieces.accept(next);
      last = next.get(next.size() - 1);
    }
  }

  /**
   * Of whom a number is, what waits for somebody and what figures depend on is not in the index.
   *
   * @throws RefusedException when there are too many of them to look for words among
   */
  private TicketSearch throughIds(TicketSearch search) {
    TicketFilter filter = search.filter();
    if (filter.requesterKey() == null && filter.attention() == null && filter.slice().indexed()) {
      return search;
    }
    List<String> ids = transactions.call(tx -> desk.ticketIds(tx, filter, mostNarrowed + 1));
    if (ids.size() > mostNarrowed) {
      // fewer of them would look like all
      throw new RefusedException(
          ErrorCode.INVALID_INPUT,
          "符合其他条件的工单超过 " + mostNarrowed + " 件，不能再按词语、地点或涉企查找，请先缩小范围，如登记时间");
    }
    return new TicketSearch(filter.only(ids), search.words(), search.place(), search.enterprise());
  }

  private List<Ticket> inOrder(Tx tx, List<String> ids) {
    Map<TicketId, Ticket> found = tickets.findAll(tx, ids.stream().map(TicketId::parse).toList());
    return ids.stream().map(id -> found.get(TicketId.parse(id))).filter(Objects::nonNull).toList();
  }
}
