package hotline.sync.trust;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.jdbc.DatabaseException;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tree as the database has it. Reads come from a snapshot in memory that is at most a few
 * seconds old, because another process of this node may have enrolled a child; while the database
 * is away the last snapshot goes on serving.
 */
public final class TreeStore implements Tree {

  private static final Logger log = LoggerFactory.getLogger(TreeStore.class);
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final NodeCode self;
  private final Optional<NodeCode> parent;
  private final List<NodeCode> ancestors;
  private final Transactions transactions;
  private final Clock clock;
  private final TreeTables tables = new TreeTables();
  private final ReentrantLock loading = new ReentrantLock();
  private volatile TreeSnapshot snapshot;

  /** Reads the tree; the database must be there. */
  public TreeStore(NodeIdentity identity, Transactions transactions, Clock clock) {
    this.self = identity.code();
    this.parent = identity.parent();
    this.ancestors = List.copyOf(identity.path().subList(1, identity.path().size()));
    this.transactions = transactions;
    this.clock = clock;
    this.snapshot = load();
  }

  @Override
  public NodeCode self() {
    return self;
  }

  @Override
  public Optional<NodeCode> parent() {
    return parent;
  }

  @Override
  public List<NodeCode> ancestors() {
    return ancestors;
  }

  @Override
  public Set<NodeCode> children() {
    return current().admitted();
  }

  @Override
  public Optional<NodeCode> childTowards(NodeCode descendant) {
    return current().childTowards(descendant);
  }

  /** All children that were ever enrolled, the revoked ones too, in order of their codes. */
  public Collection<Child> childDetails() {
    return current().details();
  }

  /** The nodes known below the children. */
  public Set<NodeCode> descendants() {
    return current().descendants().keySet();
  }

  /** Where the child's link server is; empty for anybody who is not an admitted child. */
  public Optional<String> addressOf(NodeCode child) {
    return current().admitted(child).map(entry -> entry.child().address());
  }

  /** Whether {@code key} is the enrolled key of an admitted child. */
  public boolean isChild(NodeCode node, PublicKey key) {
    return current()
        .admitted(node)
        .filter(entry -> entry.keyHash().equals(KeyHash.of(key)))
        .isPresent();
  }

  /**
   * Notes where a child is reached from now on; without effect for a node that is no child.
   *
   * @throws IllegalArgumentException unless {@code address} is host:port
   */
  public void announce(NodeCode child, String address) {
    Address.check(address);
    write(tx -> tables.setAddress(tx, child, address));
  }

  /** Lets a child in no longer. Its certificate stays as it is and is refused everywhere. */
  public void revoke(NodeCode child) {
    write(tx -> tables.revoke(tx, child, clock.instant()));
  }

  /**
   * Keeps that {@code path}, taken from a verified certificate chain, leads from a node through one
   * of the children up to this node. What is known already stays.
   */
  void learn(List<NodeCode> path) {
    int own = path.indexOf(self);
    if (own < 2 || childTowards(path.get(0)).isPresent()) {
      return;
    }
    NodeCode child = path.get(own - 1);
    write(
        tx -> {
          for (NodeCode node : path.subList(0, own - 1)) {
            tables.addDescendant(tx, node, child, clock.instant());
          }
        });
  }

  /** Reads the tree anew, now. */
  public void refresh() {
    snapshot = load();
  }

  private void write(Transactions.Action<SQLException> action) {
    try {
      transactions.run(action);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    refresh();
  }

  private TreeSnapshot current() {
    TreeSnapshot known = snapshot;
    if (known.isFresh(clock.instant(), FRESH) || !loading.tryLock()) {
      return known;
    }
    try {
      snapshot = load();
    } catch (RuntimeException e) {
      log.warn("Cannot refresh the tree, going on with what is known: {}", e.toString());
      snapshot = known.asOf(clock.instant());
    } finally {
      loading.unlock();
    }
    return snapshot;
  }

  private TreeSnapshot load() {
    Instant now = clock.instant();
    try {
      return transactions.call(tx -> tables.read(tx, now));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
