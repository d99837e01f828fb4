package hotline.node.federation;

import hotline.node.store.AssignmentStore;
import hotline.node.store.EntityStore;
import hotline.node.store.StandingRow;
import hotline.node.store.TicketStore;
import hotline.node.store.TimelineEntry;
import hotline.node.store.TimelineStore;
import hotline.node.wire.EntityForm;
import hotline.node.wire.EntityForms;
import hotline.node.wire.EntityType;
import hotline.sync.Tx;
import hotline.sync.stream.AppliedEntity;
import hotline.sync.stream.ImageDigest;
import hotline.sync.stream.StoredEntity;
import hotline.sync.stream.StreamId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the rows of the replica tables for the proof that they are as the records left them, and
 * reads them back: tickets, assignments, other entities, their personal parts, entries of
 * timelines.
 */
@Singleton
final class ReplicaImages {

  private static final String TICKET = "ticket/";
  private static final String PERSONAL = "personal/";
  private static final String ASSIGNMENT = "assignment/";
  private static final String OTHER = "entity/";
  private static final String OTHER_PERSONAL = "entity-personal/";
  private static final String TIMELINE = "timeline/";

  /** What has no versions: it is brought once and stays. */
  private static final long ONLY = 1;

  private final TicketStore tickets;
  private final AssignmentStore assignments;
  private final EntityStore entities;
  private final TimelineStore timelines;

  ReplicaImages(
      TicketStore tickets,
      AssignmentStore assignments,
      EntityStore entities,
      TimelineStore timelines) {
    this.entities = entities;
    this.tickets = tickets;
    this.assignments = assignments;
    this.timelines = timelines;
  }

  static AppliedEntity ticket(long position, String id, long version, byte[] image) {
    return new AppliedEntity(position, TICKET + id, version, ImageDigest.of(image));
  }

  static AppliedEntity personal(long position, String ticketId, byte[] personal) {
    return new AppliedEntity(position, PERSONAL + ticketId, ONLY, ImageDigest.of(personal));
  }

  static AppliedEntity assignment(long position, String id, long version, byte[] image) {
    return new AppliedEntity(position, ASSIGNMENT + id, version, ImageDigest.of(image));
  }

  static AppliedEntity other(
      long position, EntityType type, String id, long version, byte[] image) {
    return new AppliedEntity(position, OTHER + type + "/" + id, version, ImageDigest.of(image));
  }

  static AppliedEntity otherPersonal(long position, EntityType type, String id, byte[] personal) {
    return new AppliedEntity(
        position, OTHER_PERSONAL + type + "/" + id, ONLY, ImageDigest.of(personal));
  }

  static AppliedEntity timeline(long position, TimelineEntry entry) {
    return new AppliedEntity(position, key(position, entry.step()), ONLY, digest(entry));
  }

  Map<String, StoredEntity> stored(Tx tx, StreamId stream, Collection<String> keys) {
    Map<String, StoredEntity> stored = new HashMap<>();
    List<String> withTickets =
        keys.stream()
            .filter(key -> key.startsWith(TICKET) || key.startsWith(PERSONAL))
            .map(key -> key.substring(key.indexOf('/') + 1))
            .distinct()
            .toList();
    for (StandingRow row : tickets.standing(tx, withTickets)) {
      stored.put(TICKET + row.id(), entity(row));
      if (row.personal().length > 0) {
        stored.put(
            PERSONAL + row.id(), new StoredEntity(ONLY, ImageDigest.of(row.personal()), true));
      }
    }
    for (StandingRow row : assignments.standing(tx, without(ASSIGNMENT, keys))) {
      stored.put(ASSIGNMENT + row.id(), entity(row));
    }
    for (EntityType type : EntityType.values()) {
      EntityForms.of(type).ifPresent(form -> stored.putAll(others(tx, form, type, keys)));
    }
    List<Long> positions =
        without(TIMELINE, keys).stream()
            .map(rest -> Long.valueOf(rest.substring(0, rest.indexOf('/'))))
            .distinct()
            .toList();
    for (TimelineEntry entry : timelines.ofRecords(tx, stream.origin(), positions)) {
      Long position = entry.position();
      if (position != null) {
        stored.put(key(position, entry.step()), new StoredEntity(ONLY, digest(entry), true));
      }
    }
    return stored;
  }

  private <T> Map<String, StoredEntity> others(
      Tx tx, EntityForm<T> form, EntityType type, Collection<String> keys) {
    Map<String, StoredEntity> stored = new HashMap<>();
    Set<String> ids = new LinkedHashSet<>(without(OTHER + type + "/", keys));
    ids.addAll(without(OTHER_PERSONAL + type + "/", keys));
    for (StandingRow row : entities.standing(tx, form, List.copyOf(ids))) {
      stored.put(OTHER + type + "/" + row.id(), entity(row));
      if (row.personal().length > 0) {
        stored.put(
            OTHER_PERSONAL + type + "/" + row.id(),
            new StoredEntity(ONLY, ImageDigest.of(row.personal()), true));
      }
    }
    return stored;
  }

  private static List<String> without(String prefix, Collection<String> keys) {
    return keys.stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  private static StoredEntity entity(StandingRow row) {
    return new StoredEntity(row.version(), ImageDigest.of(row.image()), row.coherent());
  }

  private static String key(long position, int step) {
    return TIMELINE + position + "/" + step;
  }

  private static byte[] digest(TimelineEntry entry) {
    return ImageDigest.of(
        entry.ticketId(),
        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())),
        entry.type(),
        entry.title(),
        entry.actor(),
        entry.text());
  }
}
