package hotline.node.live;

import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.live.LiveEvent.TicketChange;
import io.micronaut.http.sse.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * One open console. It is told only of what its user may see; one that does not keep up is let go,
 * and comes back by itself.
 */
final class Subscriber {

  private final SignedInUser user;
  private final Instant until;
  private final EventQueue queue = new EventQueue(() -> gone = true);
  private volatile boolean gone;

  /**
   * @param until when it is asked to come again, which shows whether it is still signed in
   */
  Subscriber(SignedInUser user, Instant until) {
    this.user = user;
    this.until = until;
  }

  SignedInUser user() {
    return user;
  }

  /** Whether it should come again. */
  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }

  /** Whether the connection is no more. */
  boolean isGone() {
    return gone;
  }

  Publisher<Event<LiveEvent>> events() {
    return queue;
  }

  /** What of the news is for this user. */
  void tell(News news, long mark) {
    Map<String, TicketChange> tickets = new LinkedHashMap<>();
    for (News.Ticket ticket : news.tickets()) {
      if (maySee(ticket.place())) {
        tickets.put(ticket.id(), new TicketChange(ticket.id(), ticket.version()));
      }
    }
    List<String> presence = new ArrayList<>();
    for (News.Ticket ticket : news.presence()) {
      if (maySee(ticket.place())) {
        presence.add(ticket.id());
      }
    }
    List<String> calls =
        user.has(Role.CALL_TAKER) && !user.seesOwnUnitOnly() ? news.calls() : List.of();
    LiveEvent event = new LiveEvent(List.copyOf(tickets.values()), calls, presence);
    if (!event.isEmpty()) {
      send("changed", event, mark);
    }
  }

  /** That the line is open, and how far this node has read. */
  void beat(long mark) {
    send("beat", LiveEvent.NOTHING, mark);
  }

  /** That too much has happened to tell: everything shown should be loaded again. */
  void reset(long mark) {
    send("reset", LiveEvent.NOTHING, mark);
  }

  void close() {
    queue.end();
  }

  private boolean maySee(News.Place place) {
    return user.scope().covers(place.region(), place.category())
        && user.unit().map(place.units()::contains).orElse(true);
  }

  private void send(String name, LiveEvent event, long mark) {
    Event<LiveEvent> message = Event.of(event).name(name).id(Long.toString(mark));
    if (!queue.offer(message)) {
      close();
    }
  }
}
