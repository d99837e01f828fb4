package hotline.node.work;

import hotline.node.store.TimelineEntry;
import hotline.node.ticket.TicketId;
import hotline.node.wire.JournalRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What records say, as entries of timelines. */
public final class Timelines {

  private Timelines() {}

  /**
   * One entry for each happening.
   *
   * @param position of the record in its origin's stream; null for this node's own
   */
  public static List<TimelineEntry> of(JournalRecord record, @Nullable Long position) {
    TicketId ticket = record.ticket();
    if (ticket == null) {
      return List.of();
    }
    List<TimelineEntry> entries = new ArrayList<>(record.happenings().size());
    for (var happening : record.happenings()) {
      entries.add(
          new TimelineEntry(
              ticket.toString(),
              record.occurredAt(),
              record.node().value(),
              position,
              entries.size(),
              happening.type().name(),
              happening.type().label(),
              record.actor().id(),
              happening.text()));
    }
    return entries;
  }
}
