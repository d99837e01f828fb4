package hotline.node.live;

import hotline.node.live.News.Place;
import hotline.node.live.News.Ticket;
import hotline.node.store.LiveStore;
import hotline.node.store.LiveStore.Reported;
import hotline.node.store.LiveStore.Touched;
import hotline.node.store.PresenceStore;
import hotline.node.store.PresenceStore.Present;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks what has happened since it looked last. The database is the source, so that what any
 * process of the node does is noticed by each of them.
 */
@Singleton
final class NewsReader {

  /** More than this at a time is not told one by one. */
  static final int MOST = 2000;

  private static final Duration SETTLING = Duration.ofSeconds(30);

  private final Transactions transactions;
  private final LiveStore store;
  private final PresenceStore presences;
  private final String node;
  private final Clock clock;

  NewsReader(
      Transactions transactions,
      LiveStore store,
      PresenceStore presences,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.presences = presences;
    this.node = rules.self().codeText();
    this.clock = clock;
  }

  /** Where a feed stands. Used by one thread at a time. */
  static final class Position {

    private final Watermark tickets;
    private final Watermark calls;
    private Map<String, There> present = new HashMap<>();

    private Position(long tickets, long calls) {
      this.tickets = new Watermark(tickets, SETTLING);
      this.calls = new Watermark(calls, SETTLING);
    }

    /** Whoever has been told up to here has missed nothing before. */
    long mark() {
      return tickets.floor();
    }
  }

  /** The end of what there is. */
  Position now() {
    return transactions.call(tx -> new Position(store.newestTouch(tx), store.newestReport(tx)));
  }

  /** What is new; empty when it is too much to tell. */
  Optional<News> next(Position position) {
    return transactions.call(tx -> next(tx, position));
  }

  /** All that happened after a mark; empty when it is too much to tell. */
  Optional<News> since(long mark) {
    return transactions.call(
        tx -> {
          List<Touched> touched = store.touched(tx, mark, MOST);
          return touched.size() == MOST
              ? Optional.empty()
              : Optional.of(new News(placed(tx, touched), List.of(), List.of()));
        });
  }

  private Optional<News> next(Tx tx, Position position) {
    Instant now = clock.instant();
    List<Touched> read = store.touched(tx, position.tickets.floor(), MOST);
    List<Reported> reported = store.reported(tx, position.calls.floor(), MOST);
    if (read.size() == MOST || reported.size() == MOST) {
      position.tickets.jump(store.newestTouch(tx));
      position.calls.jump(store.newestReport(tx));
      return Optional.empty();
    }
    List<Touched> fresh =
        read.stream().filter(touched -> position.tickets.isNew(touched.id(), now)).toList();
    List<String> calls =
        reported.stream()
            .filter(report -> position.calls.isNew(report.id(), now))
            .map(Reported::call)
            .distinct()
            .toList();
    position.tickets.settle(now);
    position.calls.settle(now);
    return Optional.of(new News(placed(tx, fresh), calls, presence(tx, position, now)));
  }

  private List<Ticket> placed(Tx tx, List<Touched> touched) {
    if (touched.isEmpty()) {
      return List.of();
    }
    Map<String, Set<String>> units =
        store.units(tx, node, touched.stream().map(Touched::ticket).distinct().toList());
    return touched.stream()
        .map(
            one ->
                new Ticket(
                    one.ticket(),
                    one.version(),
                    new Place(
                        one.region(), one.category(), units.getOrDefault(one.ticket(), Set.of()))))
        .toList();
  }

  /** Tickets at which somebody has come, gone, or begun to write since the last look. */
  private List<Ticket> presence(Tx tx, Position position, Instant now) {
    Map<String, There> before = position.present;
    Map<String, List<Present>> byTicket =
        presences.present(tx, now.minus(PresenceController.FRESH)).stream()
            .collect(Collectors.groupingBy(Present::ticket));
    Map<String, Set<String>> units =
        store.units(
            tx,
            node,
            byTicket.keySet().stream().filter(ticket -> !before.containsKey(ticket)).toList());
    Map<String, There> after = new HashMap<>();
    byTicket.forEach(
        (ticket, people) -> {
          There known = before.get(ticket);
          Present first = people.get(0);
          after.put(
              ticket,
              new There(
                  people.stream()
                      .map(one -> one.username() + (one.editing() ? "!" : ""))
                      .collect(Collectors.toSet()),
                  known != null
                      ? known.place()
                      : new Place(
                          first.region(), first.category(), units.getOrDefault(ticket, Set.of()))));
        });
    position.present = after;
    List<Ticket> told = new ArrayList<>();
    after.forEach(
        (ticket, there) -> {
          There known = before.get(ticket);
          if (known == null || !known.people().equals(there.people())) {
            told.add(new Ticket(ticket, 0, there.place()));
          }
        });
    before.forEach(
        (ticket, there) -> {
          if (!after.containsKey(ticket)) {
            told.add(new Ticket(ticket, 0, there.place()));
          }
        });
    return told;
  }

  /** Who is at a ticket; somebody who writes is marked. */
  private record There(Set<String> people, Place place) {}
}
