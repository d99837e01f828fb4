package hotline.node.catalogue;

import hotline.node.NodeSettings;
import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.Broadcasts;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.Catalogues;
import hotline.node.reference.MatterCatalogue;
import hotline.node.store.CatalogueStore;
import hotline.node.store.CatalogueStore.CatalogueRow;
import hotline.node.view.Times;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's catalogue of matters in all its versions (CLS-07, CLS-11). Every process of the node
 * sees a new version within seconds; each ticket keeps the version that it was registered under. A
 * node without a catalogue of its own goes by that of the nearest node above that has one.
 */
@Singleton
final class CatalogueBook implements Catalogues {

  private static final Logger log = LoggerFactory.getLogger(CatalogueBook.class);
  private static final String SYSTEM = "system";
  private static final String KEY = "matters";

  private final Transactions transactions;
  private final CatalogueStore store;

  /** Looked up late: what the streams bring in is applied by rules as well. */
  private final Provider<Broadcasts> broadcasts;

  private final NodeCode self;
  private final Clock clock;
  private volatile String handedDown = "";
  private volatile String followed = "";
  private volatile CatalogueVersions versions;

  CatalogueBook(
      NodeSettings settings,
      Transactions transactions,
      CatalogueStore store,
      Provider<Broadcasts> broadcasts,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.broadcasts = broadcasts;
    this.self = NodeCode.of(settings.getCode());
    this.clock = clock;
    this.versions = new CatalogueVersions(MatterCatalogue.bundled(), List.of());
    refresh();
  }

  @Override
  public MatterCatalogue current() {
    return versions.on(today());
  }

  @Override
  public Optional<MatterCatalogue> version(int number) {
    return versions.version(number);
  }

  CatalogueVersions versions() {
    return versions;
  }

  LocalDate today() {
    return clock.instant().atZone(Times.ZONE).toLocalDate();
  }

  /** Takes in what other processes of the node, or a node above, have changed. */
  @Scheduled(fixedDelay = "${hotline.rules.refresh:2s}", initialDelay = "2s")
  void refreshAndFollow() {
    refresh();
    follow();
    handDown();
  }

  /**
   * Makes a catalogue, which has been checked, the newest version in the caller's transaction; call
   * {@link #refresh} after the commit.
   *
   * @param expected the newest number that the caller has seen
   * @return the new version's number
   * @throws RefusedException when somebody else was faster
   */
  int activate(
      Tx tx,
      String text,
      String source,
      LocalDate effectiveFrom,
      int expected,
      String username,
      String reason) {
    CatalogueRow row =
        new CatalogueRow(
            versions.lastNumber() + 1,
            source,
            effectiveFrom,
            text,
            "",
            clock.instant(),
            username,
            reason);
    if (row.number() != expected + 1 || !store.insert(tx, row)) {
      throw new RefusedException(
          ErrorCode.STALE_VERSION, "归口目录已有更新的版本，收到的是第" + expected + "版，请重新预览");
    }
    return row.number();
  }

  /** Reads versions that are new here. */
  synchronized void refresh() {
    CatalogueVersions known = versions;
    List<CatalogueRow> fresh = transactions.call(tx -> store.after(tx, known.lastNumber()));
    if (!fresh.isEmpty()) {
      versions = known.with(fresh.stream().map(CatalogueVersion::of).toList());
    }
  }

  /** Until this node has a catalogue of its own, that of the nearest node above holds. */
  private void follow() {
    CatalogueVersion newest = versions.newest().orElse(null);
    if (newest != null && newest.isOwn()) {
      return;
    }
    transactions.call(tx -> broadcasts.get().inherited(tx, BroadcastDocument.CATALOGUE)).stream()
        .filter(document -> document.key().equals(KEY) && !document.publisher().equals(self))
        .findFirst()
        .ifPresent(this::follow);
  }

  private void follow(BroadcastDocument document) {
    String what = document.publisher() + "/" + document.version();
    if (what.equals(followed)) {
      return;
    }
    try {
      HandedDownCatalogue read = HandedDownCatalogue.read(document.content());
      boolean known =
          versions
              .newest()
              .filter(newest -> newest.row().content().equals(read.content()))
              .filter(newest -> newest.row().source().equals(read.source()))
              .isPresent();
      if (!known) {
        String publisher = document.publisher().value();
        // losing the race against another process of this node does no harm: it added the same
        transactions.call(
            tx ->
                store.insert(
                    tx,
                    new CatalogueRow(
                        versions.lastNumber() + 1,
                        read.source(),
                        today(),
                        read.content(),
                        publisher,
                        clock.instant(),
                        SYSTEM,
                        "上级 " + publisher + " 下发第" + document.version() + "版")));
        refresh();
      }
      followed = what;
    } catch (IllegalArgumentException e) {
      followed = what;
      log.warn("The catalogue of {} cannot be read: {}", document.publisher(), e.getMessage());
    }
  }

  /** The nodes below get this node's own version that is in force. */
  private void handDown() {
    versions
        .inForce(today())
        .filter(CatalogueVersion::isOwn)
        .map(version -> HandedDownCatalogue.of(version.row().source(), version.catalogue()).text())
        .filter(text -> !text.equals(handedDown))
        .ifPresent(
            text -> {
              transactions.call(
                  tx -> broadcasts.get().publish(tx, BroadcastDocument.CATALOGUE, KEY, text));
              handedDown = text;
            });
  }
}
