package hotline.node.attaching;

import hotline.node.attachment.Attachment;
import hotline.node.attachment.Sha256;
import hotline.node.blob.BlobStore;
import hotline.node.blob.Staged;
import hotline.node.blob.StagingArea;
import hotline.node.store.BlobTable;
import hotline.node.work.Chore;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.blob.BlobException;
import hotline.sync.blob.BlobFetcher;
import hotline.sync.link.NodeLink;
import hotline.sync.trust.Tree;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of files: this node's own, and those of others once somebody here has asked for them.
 * What is fetched is stored under its hash only after it has been found to have that hash.
 */
@Singleton
final class Blobs implements Chore {

  private static final Logger log = LoggerFactory.getLogger(Blobs.class);

  /** From one neighbour, so that one that hangs does not keep files of the others away. */
  private static final int FETCHES_AT_ONCE = 4;

  private static final Duration TURN = Duration.ofSeconds(5);
  private static final int SWEPT_AT_ONCE = 200;

  private final BlobStore store;
  private final StagingArea staging;
  private final BlobTable table;
  private final BlobFetcher fetcher;
  private final Tree tree;
  private final AttachmentSettings settings;
  private final Transactions transactions;
  private final Clock clock;
  private final Map<NodeCode, Semaphore> fetches = new ConcurrentHashMap<>();

  Blobs(
      BlobStore store,
      StagingArea staging,
      BlobTable table,
      BlobFetcher fetcher,
      NodeLink link,
      AttachmentSettings settings,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.staging = staging;
    this.table = table;
    this.fetcher = fetcher;
    this.tree = link.tree();
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Stores bytes, if they are not here yet, so that they stay until something refers to them. */
  void keep(Staged bytes) throws IOException {
    transactions.run(tx -> table.touch(tx, bytes.hash().hex(), clock.instant()));
    store.put(bytes);
  }

  /**
   * Opens a file's bytes; those that are not here are fetched from the neighbour that is nearer to
   * the file's node.
   *
   * @throws BlobException when they cannot be had, or not now
   */
  InputStream open(Attachment file) throws BlobException, IOException {
    Optional<InputStream> here = store.open(file.hash());
    if (here.isPresent()) {
      return here.get();
    }
    fetch(file);
    return store
        .open(file.hash())
        .orElseThrow(
            () -> new BlobException(BlobException.Kind.AWAY, file.id() + " is not in the store"));
  }

  private void fetch(Attachment file) throws BlobException, IOException {
    NodeCode nearer = towards(file);
    if (file.size() > settings.getMaxSize()) {
      throw new BlobException(
          BlobException.Kind.DAMAGED,
          "%s has %d bytes: at most %d are taken"
              .formatted(file.id(), file.size(), settings.getMaxSize()));
    }
    Semaphore turns = fetches.computeIfAbsent(nearer, key -> new Semaphore(FETCHES_AT_ONCE));
    try {
      if (!turns.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BlobException(
            BlobException.Kind.AWAY, "too many files are being fetched from " + nearer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BlobException(BlobException.Kind.AWAY, "closing");
    }
    try (Staged bytes =
        staging.<BlobException>receive(
            file.size(),
            out -> fetcher.fetch(nearer, file.id(), file.hash().bytes(), file.size(), out))) {
      if (!bytes.hash().equals(file.hash())) {
        log.warn(
            "{} sends {} with the hash {}: expected {}",
            nearer,
            file.id(),
            bytes.hash(),
            file.hash());
        throw new BlobException(
            BlobException.Kind.DAMAGED, file.id() + " does not have the hash that it should have");
      }
      keep(bytes);
    } finally {
      turns.release();
    }
  }

  /** Down to the child that has the owner below it, and else up. */
  private NodeCode towards(Attachment file) throws BlobException {
    NodeCode owner = file.owner().code();
    if (owner.equals(tree.self())) {
      throw new BlobException(
          BlobException.Kind.DAMAGED, file.id() + " is not in the store of its own node");
    }
    return tree.childTowards(owner)
        .or(tree::parent)
        .orElseThrow(
            () -> new BlobException(BlobException.Kind.AWAY, "nobody leads to node " + owner));
  }

  @Override
  public String name() {
    return "sweep-attachments";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  /** Removes what nothing refers to, and what dead processes left half. */
  @Override
  public void run() {
    Instant before = clock.instant().minus(settings.getKeepOrphans());
    try {
      staging.sweep(before);
      for (String hash : transactions.call(tx -> table.orphans(tx, before, SWEPT_AT_ONCE))) {
        transactions.<IOException>run(
            tx -> {
              if (table.forget(tx, hash, before)) {
                store.delete(Sha256.parse(hash));
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
