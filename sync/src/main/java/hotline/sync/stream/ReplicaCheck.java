package hotline.sync.stream;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the replica tables with the manifests of one stream, from the first to the last: the
 * last image that a record left of an entity must be there. While it runs the stream goes on; only
 * its last step, over what was applied meanwhile, keeps the applier waiting.
 *
 * <p>An image that is not there (any more) is kept in mind until a later manifest accounts for what
 * is. So memory holds the entities under work at one time, not all there are.
 */
final class ReplicaCheck {

  private static final int ROWS = 500;
  private static final int ENTITIES = 10_000;
  private static final int KEYS = 500;

  private final Transactions transactions;
  private final ReceivedStore received;
  private final ManifestStore manifests;
  private final RecordApplier applier;
  private final StreamId stream;

  private final Map<String, AppliedEntity> unaccounted = new LinkedHashMap<>();
  private final List<ReplicaFinding> damaged = new ArrayList<>();
  private long from;
  private long compared;
  private long atFirst;
  private int atPart = -1;
  private long covered;

  private ReplicaCheck(
      Transactions transactions,
      ReceivedStore received,
      ManifestStore manifests,
      RecordApplier applier,
      StreamId stream) {
    this.transactions = transactions;
    this.received = received;
    this.manifests = manifests;
    this.applier = applier;
    this.stream = stream;
  }

  /** What is found wrong is looked at twice: a record set aside may be retried meanwhile. */
  static ReplicaReport run(StreamContext context, StreamId stream) throws SQLException {
    ReplicaReport report = once(context, stream);
    return report.proven() ? report : once(context, stream);
  }

  private static ReplicaReport once(StreamContext context, StreamId stream) throws SQLException {
    return new ReplicaCheck(
            context.transactions(),
            context.receivedStore(),
            context.manifestStore(),
            context.applier(),
            stream)
        .report();
  }

  private ReplicaReport report() throws SQLException {
    boolean more = true;
    while (more) {
      more = transactions.<Boolean, SQLException>call(this::page);
    }
    return transactions.<ReplicaReport, SQLException>call(this::last);
  }

  /** Under the lock of the stream's position nothing is applied. */
  private ReplicaReport last(Tx tx) throws SQLException {
    long position = received.lockedPosition(tx, stream);
    boolean more = true;
    while (more) {
      more = page(tx);
    }
    if (covered < position) {
      damaged.add(gap(covered + 1));
    }
    List<ReplicaFinding> findings = new ArrayList<>(damaged);
    Map<String, StoredEntity> stored = stored(tx, unaccounted.keySet());
    for (AppliedEntity entity : unaccounted.values()) {
      @Nullable ReplicaFinding finding = compare(entity, stored.get(entity.key()));
      if (finding != null) {
        findings.add(finding);
      }
    }
    return new ReplicaReport(
        stream,
        from,
        position,
        compared,
        findings.size(),
        List.copyOf(findings.subList(0, Math.min(findings.size(), ReplicaReport.SPELLED_OUT))));
  }

  /** Returns whether there may be more. */
  private boolean page(Tx tx) throws SQLException {
    List<ManifestStore.Range> next = manifests.rangesBehind(tx, stream, atFirst, atPart, ROWS);
    int count = fitting(next);
    List<ManifestStore.Row> rows = manifests.behind(tx, stream, atFirst, atPart, count);
    Map<String, AppliedEntity> lastOf = new LinkedHashMap<>();
    for (ManifestStore.Row row : rows) {
      try {
        follow(row);
        for (AppliedEntity entity : row.read().entities()) {
          lastOf.remove(entity.key());
          lastOf.put(entity.key(), entity);
        }
      } catch (MalformedBatchException e) {
        damaged.add(gap(row.first()));
      }
      atFirst = row.first();
      atPart = row.part();
    }
    Map<String, StoredEntity> stored = stored(tx, lastOf.keySet());
    for (AppliedEntity entity : lastOf.values()) {
      if (compare(entity, stored.get(entity.key())) == null) {
        compared++;
        unaccounted.remove(entity.key());
      } else {
        unaccounted.put(entity.key(), entity);
      }
    }
    return count < next.size() || next.size() == ROWS;
  }

  /** How many ranges are compared at once: at least one if there is any. */
  private static int fitting(List<ManifestStore.Range> ranges) {
    int count = 0;
    int entities = 0;
    while (count < ranges.size() && (count == 0 || entities < ENTITIES)) {
      entities += ranges.get(count).entities();
      count++;
    }
    return count;
  }

  private void follow(ManifestStore.Row row) {
    if (row.part() != ManifestStore.IN_ORDER) {
      return;
    }
    if (from == 0) {
      from = row.first();
    } else if (row.first() != covered + 1) {
      damaged.add(gap(covered + 1));
    }
    covered = row.last();
  }

  private Map<String, StoredEntity> stored(Tx tx, Collection<String> keys) {
    Map<String, StoredEntity> stored = new LinkedHashMap<>();
    List<String> all = List.copyOf(keys);
    for (int at = 0; at < all.size(); at += KEYS) {
      stored.putAll(applier.stored(tx, stream, all.subList(at, Math.min(all.size(), at + KEYS))));
    }
    return stored;
  }

  private static @Nullable ReplicaFinding compare(
      AppliedEntity entity, @Nullable StoredEntity stored) {
    if (stored == null) {
      return finding(ReplicaFinding.Kind.MISSING, entity, 0);
    }
    if (entity.isAsIn(stored)) {
      return stored.coherent()
          ? null
          : finding(ReplicaFinding.Kind.INCOHERENT, entity, stored.version());
    }
    int order = Long.compare(stored.version(), entity.version());
    return finding(
        order == 0
            ? ReplicaFinding.Kind.ALTERED
            : order < 0 ? ReplicaFinding.Kind.OLDER : ReplicaFinding.Kind.NEWER,
        entity,
        stored.version());
  }

  private static ReplicaFinding finding(
      ReplicaFinding.Kind kind, AppliedEntity entity, long stored) {
    return new ReplicaFinding(kind, entity.key(), entity.position(), entity.version(), stored);
  }

  private static ReplicaFinding gap(long position) {
    return new ReplicaFinding(ReplicaFinding.Kind.MANIFEST, "", position, 0, 0);
  }
}
