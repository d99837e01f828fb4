package hotline.sync.stream;

import hotline.sync.Threads;
import io.grpc.BindableService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The record streams of one node (XTR-03): journals and sequences its own, publishes what it owns
 * to its parent and what it broadcasts to its children, takes in what its neighbours bring and
 * passes it on, and repairs what got lost on the way.
 *
 * <p>Several processes of a node may each run an engine on the same database: one of them leads,
 * the others journal, answer calls, and take over when it is gone.
 */
public final class StreamEngine implements AutoCloseable {

  private static final int MAX_CALLS = 16;

  private final StreamContext context;
  private final PulsarClients clients;
  private final Journal journal;
  private final ExecutorService calls;
  private final StreamGrpcService grpcService;
  private final LeadershipKeeper keeper;
  private final PeerStreams peerStreams;

  StreamEngine(StreamContext context, PulsarClients clients) {
    this.context = context;
    this.clients = clients;
    Signal committed = new Signal();
    this.journal = new JdbcJournal(context.journalStore(), context.clock(), committed::raise);
    this.calls =
        new ThreadPoolExecutor(
            0,
            MAX_CALLS,
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Threads.named("stream-call-" + context.tree().self()));
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
    this.keeper = new LeadershipKeeper(context, clients, committed);
    this.peerStreams = new PeerStreams(context, keeper::wake);
  }

  public static StreamEngineBuilder builder() {
    return new StreamEngineBuilder();
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
    return new StatusReader(context).read(keeper.leadership());
  }

  /** Removes what is old and needed by nobody. */
  public StreamPruner pruner() {
    return new StreamPruner(context);
  }

  /** Proves that what is held here of other nodes' streams is complete and unaltered. */
  public StreamProof proof() {
    return new StreamProof(context);
  }

  /** What to do with records that were set aside. */
  public SetAsideRecords setAside() {
    return new SetAsideRecords(context);
  }

  /** Stops within seconds; whatever is under way is finished or left for the next start. */
  @Override
  public void close() {
    keeper.close();
    calls.shutdownNow();
    clients.close();
  }

  /** Stops as a crash would, for tests: nothing is flushed, and the lease runs out by itself. */
  void crash() {
    keeper.crash();
    calls.shutdownNow();
    clients.close();
  }
}
