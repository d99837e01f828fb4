package hotline.sync.stream;

import hotline.sync.Transactions;
import hotline.sync.link.PeerChannels;
import hotline.sync.trust.BatchSigner;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.Tree;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Collects what an engine needs. All but the Pulsar addresses and those with defaults is required.
 */
public final class StreamEngineBuilder {

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

  StreamEngineBuilder() {}

  public StreamEngineBuilder transactions(Transactions value) {
    transactions = value;
    return this;
  }

  public StreamEngineBuilder tree(Tree value) {
    tree = value;
    return this;
  }

  public StreamEngineBuilder signer(BatchSigner value) {
    signer = value;
    return this;
  }

  public StreamEngineBuilder verifier(BatchVerifier value) {
    verifier = value;
    return this;
  }

  public StreamEngineBuilder channels(PeerChannels value) {
    channels = value;
    return this;
  }

  /** What builds the replica tables from the records of other nodes. */
  public StreamEngineBuilder applier(RecordApplier value) {
    applier = value;
    return this;
  }

  /** This node's own broker, to which its children publish. */
  public StreamEngineBuilder pulsarUrl(String value) {
    pulsarUrl = value;
    return this;
  }

  /** The parent's broker, to which this node publishes; not given at the top. */
  public StreamEngineBuilder parentPulsarUrl(@Nullable String value) {
    parentPulsarUrl = value;
    return this;
  }

  /** What the parent may see; everything, if not set. */
  public StreamEngineBuilder scope(LinkScope value) {
    scope = value;
    return this;
  }

  /** What topic names begin with: tenant and namespace, with a slash at the end. */
  public StreamEngineBuilder topicPrefix(String value) {
    topicPrefix = value;
    return this;
  }

  public StreamEngineBuilder clock(Clock value) {
    clock = value;
    return this;
  }

  public StreamEngineBuilder tuning(Tuning value) {
    tuning = value;
    return this;
  }

  StreamEngineBuilder failpoints(Failpoints value) {
    failpoints = value;
    return this;
  }

  /**
   * The engine, not yet started.
   *
   * @throws IllegalStateException when something required is missing
   */
  public StreamEngine build() {
    if (pulsarUrl == null && parentPulsarUrl == null) {
      throw new IllegalStateException("a stream engine needs a Pulsar address");
    }
    return new StreamEngine(context(), new PulsarClients(pulsarUrl, parentPulsarUrl));
  }

  private StreamContext context() {
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
