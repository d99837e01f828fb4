package hotline.sync.link;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.trust.BatchSigner;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.CertificateBatchVerifier;
import hotline.sync.trust.Ed25519BatchSigner;
import hotline.sync.trust.EnrolmentDesk;
import hotline.sync.trust.NeighbourCheck;
import hotline.sync.trust.NodeIdentity;
import hotline.sync.trust.NodeReports;
import hotline.sync.trust.NodeVersion;
import hotline.sync.trust.SignedStatement;
import hotline.sync.trust.SigningCertificates;
import hotline.sync.trust.TreeStore;
import io.grpc.BindableService;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A node's end of its links: the tree, enrolment of children, signatures, channels to the
 * neighbours, and the server that they call.
 */
public final class NodeLink implements AutoCloseable {

  private final NodeIdentity identity;
  private final LinkConfig config;
  private final TreeStore tree;
  private final NodeReports reports;
  private final Clock clock;
  private final EnrolmentDesk desk;
  private final NeighbourCheck neighbours;
  private final TlsPeerChannels channels;
  private final Ed25519BatchSigner signer;
  private final SigningCertificates certificates;
  private final BatchVerifier verifier;
  private @Nullable LinkServer server;
  private volatile @Nullable Announcer announcer;

  /**
   * Reads the tree from the database, whose tables must be there. Neither listens nor calls before
   * {@link #start}.
   *
   * @param signer of the same identity
   */
  public NodeLink(
      NodeIdentity identity,
      Ed25519BatchSigner signer,
      LinkConfig config,
      Transactions transactions,
      Clock clock) {
    this.identity = identity;
    this.signer = signer;
    this.config = config;
    this.tree = new TreeStore(identity, transactions, clock);
    this.reports = new NodeReports(tree, transactions, clock);
    this.clock = clock;
    this.desk = new EnrolmentDesk(identity, tree, transactions, clock);
    this.neighbours = new NeighbourCheck(identity, tree, clock);
    this.channels = new TlsPeerChannels(identity, tree, neighbours, config.parent());
    this.certificates =
        new SigningCertificates(
            identity, signer, tree, transactions, new GrpcCertificates(channels), clock);
    this.verifier = new CertificateBatchVerifier(identity, tree, certificates, clock);
  }

  public TreeStore tree() {
    return tree;
  }

  /** What the neighbours have said of themselves and of the nodes below them. */
  public NodeReports reports() {
    return reports;
  }

  /**
   * Whether the parent, when it was last asked, did not let this node in: it has been revoked
   * there. False while it has not answered.
   */
  public boolean isRefusedByParent() {
    return Optional.ofNullable(announcer).map(Announcer::isRefused).orElse(false);
  }

  public EnrolmentDesk desk() {
    return desk;
  }

  public BatchSigner signer() {
    return signer;
  }

  /** The certificate of the key that signs this node's batches, then those up to the root. */
  public List<X509Certificate> signingChain() {
    return signer.chain();
  }

  /** Signs a text as this node, with all that it takes to check it. */
  public SignedStatement sign(byte[] text) {
    return SignedStatement.of(text, signer);
  }

  /** The root of this node's tree, from which every certificate is derived. */
  public X509Certificate root() {
    return identity.root();
  }

  public BatchVerifier verifier() {
    return verifier;
  }

  public PeerChannels channels() {
    return channels;
  }

  /**
   * Starts the server with the services of this package and {@code services}, and tells the parent
   * where this node is, what it runs, and how those below it are.
   *
   * @param own what this node runs
   * @param reached tells which children this node gets through to at present
   * @throws java.io.UncheckedIOException when the address is taken
   */
  public void start(
      List<? extends BindableService> services, NodeVersion own, Supplier<Set<NodeCode>> reached) {
    List<BindableService> all = new ArrayList<>(services);
    all.add(new EnrolmentEndpoint(identity.code(), desk));
    all.add(new TreeEndpoint(tree, reports, own, certificates, clock));
    LinkServer started = new LinkServer(config.listen(), identity, neighbours, all);
    started.start();
    server = started;
    if (identity.parent().isPresent() && config.parent().isPresent()) {
      Announcer announcing =
          new Announcer(
              channels, identity.parent().get(), config.advertised(), own, reports, reached);
      announcing.start();
      announcer = announcing;
    }
  }

  /** Stops listening and calling, at once. */
  @Override
  public void close() {
    Optional.ofNullable(announcer).ifPresent(Announcer::close);
    Optional.ofNullable(server).ifPresent(LinkServer::close);
    channels.close();
  }
}
