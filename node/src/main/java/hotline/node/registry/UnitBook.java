package hotline.node.registry;

import hotline.node.reference.HandlingUnit;
import hotline.node.reference.ListedUnits;
import hotline.node.reference.Units;
import hotline.node.store.UnitStore;
import hotline.node.store.UnitStore.UnitChange;
import hotline.sync.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * This node's handling units: those of the list that it was started with, and what administrators
 * have changed since, which wins. Every process of the node sees a change within seconds.
 */
@Singleton
final class UnitBook implements Units {

  private final Transactions transactions;
  private final UnitStore store;
  private final ListedUnits listed;
  private volatile Snapshot snapshot;

  UnitBook(Transactions transactions, UnitStore store, ListedUnits listed) {
    this.transactions = transactions;
    this.store = store;
    this.listed = listed;
    this.snapshot = new Snapshot(-1, Map.of(), List.of());
    refresh();
  }

  /**
   * A unit with what is known of it.
   *
   * @param change the newest; null for a unit that is still as it is listed
   */
  record Entry(HandlingUnit unit, @Nullable UnitChange change, boolean inList) {

    boolean closed() {
      return change != null && change.closed();
    }

    int version() {
      return change == null ? 0 : change.version();
    }
  }

  private record Snapshot(long changes, Map<String, Entry> entries, List<HandlingUnit> open) {}

  @Override
  public Collection<HandlingUnit> open() {
    return snapshot.open();
  }

  @Override
  public Optional<HandlingUnit> find(String code) {
    return entry(code).map(Entry::unit);
  }

  /** All of them, the closed ones too. */
  List<Entry> entries() {
    return List.copyOf(snapshot.entries().values());
  }

  Optional<Entry> entry(String code) {
    return Optional.ofNullable(snapshot.entries().get(code));
  }

  /** Takes in what this or another process of the node has changed. */
  @Scheduled(fixedDelay = "${hotline.rules.refresh:2s}", initialDelay = "2s")
  synchronized void refresh() {
    long count = transactions.call(store::count);
    if (count == snapshot.changes()) {
      return;
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    listed.all().forEach(unit -> entries.put(unit.code(), new Entry(unit, null, true)));
    for (UnitChange change : transactions.call(store::newest)) {
      String code = change.unit().code();
      entries.put(code, new Entry(change.unit(), change, entries.containsKey(code)));
    }
    List<HandlingUnit> open = new ArrayList<>();
    entries.values().stream().filter(entry -> !entry.closed()).forEach(e -> open.add(e.unit()));
    snapshot = new Snapshot(count, entries, List.copyOf(open));
  }
}
