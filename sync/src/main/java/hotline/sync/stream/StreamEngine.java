package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import hotline.sync.jdbc.Lease;
import hotline.sync.link.PeerChannels;
import hotline.sync.trust.BatchSigner;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.Tree;
import io.grpc.BindableService;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pulsar.client.api.PulsarClient;
import org.apache.pulsar.client.api.PulsarClientException;
import org.apache.pulsar.client.api.SizeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The record streams of one node (XTR-03): journals and sequences its own, publishes what it owns
 * to its parent and what it broadcasts to its children, takes in what its neighbours bring and
 * passes it on, and repairs what got lost on the way.
 *
 * <p>Several processes of a node may each run an engine on the same database: one of them leads,
 * the others journal, answer calls, and take over when it is gone.
 */
public final class StreamEngine implements AutoCloseable {

  private static final String LEASE = "stream";
  private static final int MAX_CALLS = 16;

  private final StreamContext context;
  private final @Nullable String pulsarUrl;
  private final @Nullable String parentPulsarUrl;
  private final Signal committed = new Signal();
  private final Lease lease;
  private final Journal journal;
  private final ExecutorService calls;
  private final StreamGrpcService grpcService;
  private final Keeper keeper;
  private final PeerStreams peerStreams;
  private @Nullable PulsarClient own;
  private @Nullable PulsarClient parents;
  private volatile @Nullable Leadership leadership;

  private StreamEngine(Builder builder) {
    this.context = builder.context();
    this.pulsarUrl = builder.pulsarUrl;
    this.parentPulsarUrl = builder.parentPulsarUrl;
    NodeCode self = context.tree().self();
    this.lease =
        new Lease(
            context.transactions(),
            LEASE,
            UUID.randomUUID().toString(),
            context.tuning().leaseTerm());
    this.journal = new JdbcJournal(context.journalStore(), context.clock(), committed::raise);
    this.calls =
        new ThreadPoolExecutor(
            0,
            MAX_CALLS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              Thread thread = new Thread(task, "stream-call-" + self);
              thread.setDaemon(true);
              return thread;
            });
    RefillSource refills =
        new RefillSource(
            context.tree(),
            context.transactions(),
            context.journalStore(),
            context.receivedStore(),
            context.signer(),
            context.channels(),
            context.rights(),
            context.clock());
    this.grpcService =
        new StreamGrpcService(
            context.tree(),
            context.transactions(),
            context.journalStore(),
            context.receivedStore(),
            context.signer(),
            refills,
            context.rights(),
            context.scope(),
            context.clock(),
            calls);
    this.keeper = new Keeper("lead-" + self);
    this.peerStreams = new PeerStreams(context, keeper::wake);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Begins in the background: neither broker nor database nor neighbours need to be up yet. */
  public void start() {
    keeper.start();
  }

  /**
   * Where business transactions leave their records; usable before {@link #start} and at any
   * process.
   */
  public Journal journal() {
    return journal;
  }

  /** The subscriptions of departments; usable at any process. */
  public PeerStreams peerStreams() {
    return peerStreams;
  }

  /** The stream service, for the link server. */
  public BindableService grpcService() {
    return grpcService;
  }

  /**
   * To be called after a child has been enrolled, so that its subscriptions exist before it sends.
   */
  public void childrenChanged() {
    keeper.wake();
  }

  /** How the streams stand now. */
  public StreamStatus status() {
    return new StatusReader(context).read(Optional.ofNullable(leadership));
  }

  /** Records that could not be applied, in order of stream and position. */
  public List<SetAsideRecord> setAside(int limit) {
    try {
      return context
          .transactions()
          .<List<SetAsideRecord>, SQLException>call(tx -> context.setAsideStore().list(tx, limit));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Removes what is old and needed by nobody. */
  public StreamPruner pruner() {
    return new StreamPruner(context);
  }

  /** Proves that what is held here of other nodes' streams is complete and unaltered. */
  public StreamProof proof() {
    return new StreamProof(context);
  }

  /**
   * Tries again to apply a record that was set aside; it stays set aside when that fails.
   *
   * @return false when there is no such record any more
   * @throws PoisonRecordException when it still cannot be applied
   */
  public boolean retrySetAside(StreamId stream, long position) throws PoisonRecordException {
    try {
      return context
          .transactions()
          .<Boolean, Exception>call(
              tx -> {
                // as the applier does, so that neither waits for the other crosswise
                context.receivedStore().lockedPosition(tx, stream);
                Optional<ReceivedRecord> record =
                    context.setAsideStore().lock(tx, stream, position);
                if (record.isEmpty()) {
                  return false;
                }
                applyLate(tx, stream, record.get());
                context.setAsideStore().remove(tx, stream, position);
                return true;
              });
    } catch (PoisonRecordException | RuntimeException e) {
      throw e;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    } catch (Exception e) {
      throw new IllegalStateException("retrying " + stream + " at " + position + " failed", e);
    }
  }

  /** Of what a late record brings, newer records may have brought the next version already. */
  private void applyLate(Tx tx, StreamId stream, ReceivedRecord record) throws Exception {
    long position = record.position();
    List<AppliedEntity> brought = context.applier().apply(tx, stream, List.of(record));
    Map<String, StoredEntity> stored =
        context.applier().stored(tx, stream, brought.stream().map(AppliedEntity::key).toList());
    List<AppliedEntity> left =
        brought.stream().filter(entity -> entity.isAsIn(stored.get(entity.key()))).toList();
    context
        .manifestStore()
        .add(tx, stream, ManifestStore.LATE, Manifest.of(position, position, left));
  }

  /** Stops within seconds; whatever is under way is finished or left for the next start. */
  @Override
  public void close() {
    keeper.close();
    calls.shutdownNow();
    closeClients();
  }

  /** Stops as a crash would, for tests: nothing is flushed, and the lease runs out by itself. */
  void crash() {
    keeper.abandon();
    keeper.close();
    Leadership current = leadership;
    if (current != null) {
      current.abandon();
    }
    calls.shutdownNow();
    closeClients();
  }

  private synchronized PulsarClient ownClient() throws PulsarClientException {
    if (own == null) {
      own = client(pulsarUrl == null ? String.valueOf(parentPulsarUrl) : pulsarUrl);
    }
    return own;
  }

  private synchronized @Nullable PulsarClient parentsClient() throws PulsarClientException {
    if (parentPulsarUrl == null) {
      return null;
    }
    if (parentPulsarUrl.equals(pulsarUrl)) {
      return ownClient();
    }
    if (parents == null) {
      parents = client(parentPulsarUrl);
    }
    return parents;
  }

  private static PulsarClient client(String url) throws PulsarClientException {
    return PulsarClient.builder()
        .serviceUrl(url)
        .ioThreads(1)
        .listenerThreads(1)
        .memoryLimit(64, SizeUnit.MEGA_BYTES)
        .operationTimeout(10, TimeUnit.SECONDS)
        .startingBackoffInterval(100, TimeUnit.MILLISECONDS)
        .maxBackoffInterval(5, TimeUnit.SECONDS)
        .build();
  }

  private synchronized void closeClients() {
    for (PulsarClient client : new PulsarClient[] {own, parents}) {
      if (client != null) {
        try {
          client.closeAsync().get(3, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
          // its threads are daemons, and the broker notices the connection's end
          continue;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
    own = null;
    parents = null;
  }

  /** Holds the lease, and leads for as long as it is held. */
  private final class Keeper extends Worker {

    private final Signal signal = new Signal();
    private long renewedAtNanos = System.nanoTime();

    Keeper(String name) {
      super(name);
      signal.raise();
    }

    void wake() {
      signal.raise();
    }

    @Override
    void round() throws Exception {
      signal.await(context.tuning().leaseTerm().dividedBy(4));
      OptionalLong epoch = renew();
      Leadership current = leadership;
      if (current != null && (epoch.isEmpty() || epoch.getAsLong() != current.epoch())) {
        stepDown();
        current = null;
      }
      if (current == null && epoch.isPresent()) {
        Leadership next =
            new Leadership(
                context, ownClient(), parentsClient(), committed, LEASE, epoch.getAsLong());
        next.start();
        leadership = next;
      } else if (current != null) {
        current.adjust();
      }
    }

    /** The epoch; empty when another process holds the lease, or may by now. */
    private OptionalLong renew() {
      try {
        OptionalLong epoch = lease.acquireOrRenew();
        renewedAtNanos = System.nanoTime();
        return epoch;
      } catch (DatabaseException e) {
        Leadership current = leadership;
        boolean mayBeLost =
            System.nanoTime() - renewedAtNanos > context.tuning().leaseTerm().toNanos();
        if (current == null || mayBeLost) {
          stepDown();
          throw e;
        }
        return OptionalLong.of(current.epoch());
      }
    }

    private void stepDown() {
      Leadership current = leadership;
      leadership = null;
      if (current != null) {
        current.close();
      }
    }

    @Override
    void finish() {
      Leadership current = leadership;
      leadership = null;
      if (current != null) {
        current.close();
        lease.release();
      }
    }
  }

  /**
   * Collects what an engine needs. All but the Pulsar addresses and those with defaults is
   * required.
   */
  public static final class Builder {

    private @Nullable Transactions transactions;
    private @Nullable Tree tree;
    private @Nullable BatchSigner signer;
    private @Nullable BatchVerifier verifier;
    private @Nullable PeerChannels channels;
    private @Nullable RecordApplier applier;
    private @Nullable String pulsarUrl;
    private @Nullable String parentPulsarUrl;
    private LinkScope scope = LinkScope.FULL;
    private String topicPrefix = "persistent://hotline/sync/";
    private Clock clock = Clock.systemUTC();
    private Tuning tuning = Tuning.defaults();
    private Failpoints failpoints = Failpoints.NONE;

    private Builder() {}

    public Builder transactions(Transactions value) {
      transactions = value;
      return this;
    }

    public Builder tree(Tree value) {
      tree = value;
      return this;
    }

    public Builder signer(BatchSigner value) {
      signer = value;
      return this;
    }

    public Builder verifier(BatchVerifier value) {
      verifier = value;
      return this;
    }

    public Builder channels(PeerChannels value) {
      channels = value;
      return this;
    }

    /** What builds the replica tables from the records of other nodes. */
    public Builder applier(RecordApplier value) {
      applier = value;
      return this;
    }

    /** This node's own broker, to which its children publish. */
    public Builder pulsarUrl(String value) {
      pulsarUrl = value;
      return this;
    }

    /** The parent's broker, to which this node publishes; not given at the top. */
    public Builder parentPulsarUrl(@Nullable String value) {
      parentPulsarUrl = value;
      return this;
    }

    /** What the parent may see; everything, if not set. */
    public Builder scope(LinkScope value) {
      scope = value;
      return this;
    }

    /** What topic names begin with: tenant and namespace, with a slash at the end. */
    public Builder topicPrefix(String value) {
      topicPrefix = value;
      return this;
    }

    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    public Builder tuning(Tuning value) {
      tuning = value;
      return this;
    }

    Builder failpoints(Failpoints value) {
      failpoints = value;
      return this;
    }

    /**
     * The engine, not yet started.
     *
     * @throws IllegalStateException when something required is missing
     */
    public StreamEngine build() {
      return new StreamEngine(this);
    }

    private StreamContext context() {
      if (pulsarUrl == null && parentPulsarUrl == null) {
        throw new IllegalStateException("a stream engine needs a Pulsar address");
      }
      return new StreamContext(
          required(tree, "tree"),
          required(transactions, "transactions"),
          new JournalStore(),
          new ReceivedStore(),
          new SetAsideStore(),
          new PeerStreamStore(),
          new ManifestStore(),
          required(signer, "signer"),
          required(verifier, "verifier"),
          required(channels, "channels"),
          required(applier, "applier"),
          scope,
          topicPrefix,
          clock,
          tuning,
          failpoints);
    }

    private static <T> T required(@Nullable T value, String name) {
      if (value == null) {
        throw new IllegalStateException("a stream engine needs its " + name);
      }
      return value;
    }
  }
}
