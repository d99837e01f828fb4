package hotline.node.live;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * That something has changed: hints only, to be looked up by who may see it. No personal data.
 *
 * @param tickets that something happened to, to themselves or to an assignment of theirs
 * @param calls that the exchange has reported something about
 * @param presence tickets that somebody has opened or left
 */
@Serdeable
record LiveEvent(List<TicketChange> tickets, List<String> calls, List<String> presence) {

  static final LiveEvent NOTHING = new LiveEvent(List.of(), List.of(), List.of());

  /** A ticket and the version that it has reached. */
  @Serdeable
  record TicketChange(String id, long version) {}

  boolean isEmpty() {
    return tickets.isEmpty() && calls.isEmpty() && presence.isEmpty();
  }
}
