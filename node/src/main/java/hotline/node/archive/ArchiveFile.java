package hotline.node.archive;

import hotline.node.ticket.NodeRef;
import hotline.node.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's file (SEC-06). Things may be added until it is sealed; then each of the seven kinds is
 * there or listed as missing.
 *
 * @param added by people: leaders' instructions, recordings from elsewhere
 * @param items all of it, once it is sealed
 */
public record ArchiveFile(
    TicketId ticket,
    long version,
    NodeRef owner,
    Instant openedAt,
    List<ArchiveItem> added,
    List<ArchiveItem> items,
    List<Missing> missing,
    @Nullable Instant sealedAt) {

  public ArchiveFile {
    added = List.copyOf(added);
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }

  /** The id under which it is kept and sent. */
  public String id() {
    return ticket + "/archive";
  }

  public boolean complete() {
    return sealedAt != null && missing.stream().noneMatch(Missing::applicable);
  }

  /** OPEN, COMPLETE or INCOMPLETE. */
  public String state() {
    return sealedAt == null ? "OPEN" : complete() ? "COMPLETE" : "INCOMPLETE";
  }

  ArchiveFile with(ArchiveItem item) {
    List<ArchiveItem> longer = new ArrayList<>(added);
    longer.add(item);
    return new ArchiveFile(ticket, version + 1, owner, openedAt, longer, items, missing, sealedAt);
  }

  ArchiveFile sealed(List<ArchiveItem> items, List<Missing> missing, Instant at) {
    return new ArchiveFile(ticket, version + 1, owner, openedAt, added, items, missing, at);
  }
}
