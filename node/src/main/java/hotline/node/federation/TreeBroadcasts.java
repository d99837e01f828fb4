package hotline.node.federation;

import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.BroadcastHead;
import hotline.node.broadcast.BroadcastListener;
import hotline.node.broadcast.Broadcasts;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.BroadcastStore;
import hotline.node.wire.BroadcastWire;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.link.NodeLink;
import hotline.sync.stream.Journal;
import hotline.sync.stream.JournalEntry;
import hotline.sync.trust.Tree;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Publishes in the caller's transaction: the document and the journal row that carries it down. */
@Singleton
final class TreeBroadcasts implements Broadcasts {

  private final Tree tree;
  private final BroadcastStore store;
  private final BroadcastNews news;
  private final Journal journal;
  private final Clock clock;

  TreeBroadcasts(
      NodeLink link, BroadcastStore store, BroadcastNews news, Journal journal, Clock clock) {
    this.tree = link.tree();
    this.store = store;
    this.news = news;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public BroadcastDocument publish(Tx tx, String kind, String key, String content) {
    Optional<BroadcastDocument> before = store.lockNewest(tx, tree.self(), kind, key);
    if (before.isPresent() && !before.get().withdrawn() && before.get().content().equals(content)) {
      return before.get();
    }
    return add(tx, next(kind, key, before, content, false));
  }

  @Override
  public BroadcastDocument withdraw(Tx tx, String kind, String key) {
    Optional<BroadcastDocument> before = store.lockNewest(tx, tree.self(), kind, key);
    if (before.isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "本节点没有发布过 " + kind + "/" + key);
    }
    if (before.get().withdrawn()) {
      throw new RefusedException(ErrorCode.STATE_FORBIDS, kind + "/" + key + " 已经撤回");
    }
    return add(tx, next(kind, key, before, "", true));
  }

  @Override
  public Optional<BroadcastDocument> newest(Tx tx, NodeCode publisher, String kind, String key) {
    return store.newest(tx, publisher, kind, key);
  }

  @Override
  public List<BroadcastDocument> inherited(Tx tx, String kind) {
    return nearestFirst(store.newestOfKind(tx, kind)).stream()
        .filter(document -> !document.withdrawn())
        .toList();
  }

  @Override
  public List<BroadcastHead> page(
      Tx tx, Set<Whose> whose, @Nullable String kind, int offset, int limit) {
    List<NodeCode> publishers = publishers(whose);
    return publishers.isEmpty() ? List.of() : store.page(tx, publishers, kind, offset, limit);
  }

  @Override
  public long count(Tx tx, Set<Whose> whose, @Nullable String kind) {
    List<NodeCode> publishers = publishers(whose);
    return publishers.isEmpty() ? 0 : store.count(tx, publishers, kind);
  }

  @Override
  public List<String> kinds(Tx tx) {
    return store.kinds(tx);
  }

  @Override
  public void listen(BroadcastListener listener) {
    news.add(listener);
  }

  /** Nearest first. */
  private List<NodeCode> publishers(Set<Whose> whose) {
    List<NodeCode> publishers = new ArrayList<>();
    if (whose.contains(Whose.OWN)) {
      publishers.add(tree.self());
    }
    if (whose.contains(Whose.ABOVE)) {
      publishers.addAll(tree.ancestors());
    }
    return publishers;
  }

  private List<BroadcastDocument> nearestFirst(List<BroadcastDocument> documents) {
    List<NodeCode> upwards = publishers(EnumSet.allOf(Whose.class));
    return documents.stream()
        .filter(document -> upwards.contains(document.publisher()))
        .sorted(Comparator.comparingInt(document -> upwards.indexOf(document.publisher())))
        .toList();
  }

  private BroadcastDocument next(
      String kind,
      String key,
      Optional<BroadcastDocument> before,
      String content,
      boolean withdrawn) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long version = before.map(BroadcastDocument::version).orElse(0L) + 1;
    try {
      return new BroadcastDocument(tree.self(), kind, key, version, content, now, withdrawn);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, String.valueOf(e.getMessage()));
    }
  }

  private BroadcastDocument add(Tx tx, BroadcastDocument document) {
    if (!store.add(tx, document)) {
      throw new RefusedException(
          ErrorCode.STALE_VERSION, document.kind() + "/" + document.key() + " 正由他人发布，请刷新后重试");
    }
    journal.append(tx, List.of(JournalEntry.broadcast(BroadcastWire.write(document))));
    tx.afterCommit(news::soon);
    return document;
  }
}
