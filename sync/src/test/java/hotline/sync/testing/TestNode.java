package hotline.sync.testing;

import hotline.local.servers.FreePorts;
import hotline.sync.NodeCode;
import hotline.sync.link.Enrolment;
import hotline.sync.link.LinkConfig;
import hotline.sync.link.NodeLink;
import hotline.sync.trust.Address;
import hotline.sync.trust.Ed25519BatchSigner;
import hotline.sync.trust.EnrolmentRefusedException;
import hotline.sync.trust.IdentityFolder;
import hotline.sync.trust.NodeIdentity;
import hotline.sync.trust.NodeVersion;
import hotline.sync.trust.UntrustedException;
import io.grpc.BindableService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A node's link over real sockets and a real database, with nothing of a hotline behind it. */
public final class TestNode implements AutoCloseable {

  private final TestSchema schema;
  private final Path folder;
  private final NodeIdentity identity;
  private final Ed25519BatchSigner signer;
  private final LinkConfig config;
  private NodeLink link;

  private TestNode(TestSchema schema, Path folder, NodeIdentity identity, LinkConfig config)
      throws UntrustedException {
    this.schema = schema;
    this.folder = folder;
    this.identity = identity;
    this.config = config;
    this.signer = new IdentityFolder(folder, Clock.systemUTC()).signer(identity);
    this.link = newLink();
  }

  /** A node at the top of a tree of its own. */
  public static TestNode root(Path parentFolder, String code) throws UntrustedException {
    Path folder = parentFolder.resolve(code);
    Address address = freeAddress();
    return new TestNode(
        new TestSchema(),
        folder,
        new IdentityFolder(folder, Clock.systemUTC()).createRoot(NodeCode.of(code)),
        new LinkConfig(address, address, Optional.empty()));
  }

  /** A node enrolled below {@code parent}, which must have been started. */
  public static TestNode below(TestNode parent, Path parentFolder, String code)
      throws UntrustedException, EnrolmentRefusedException {
    NodeCode self = NodeCode.of(code);
    Path folder = parentFolder.resolve(code);
    Address address = freeAddress();
    String token = parent.link().desk().createToken(self, "节点" + code, Duration.ofHours(1)).print();
    NodeIdentity identity =
        new Enrolment(new IdentityFolder(folder, Clock.systemUTC()), Clock.systemUTC())
            .enrol(token, self, "节点" + code, parent.address(), address);
    return new TestNode(
        new TestSchema(),
        folder,
        identity,
        new LinkConfig(address, address, Optional.of(parent.address())));
  }

  private NodeLink newLink() {
    return new NodeLink(identity, signer, config, schema.transactions(), Clock.systemUTC());
  }

  public TestNode start(BindableService... services) {
    return start(NodeVersion.running("test"), services);
  }

  /** Starts it as a program of that version; it gets through to whatever children it has. */
  public TestNode start(NodeVersion version, BindableService... services) {
    link.start(List.of(services), version, () -> link.tree().children());
    return this;
  }

  /** Ends the server and all connections, and makes a new link that is not started. */
  public void stop() {
    link.close();
    link = newLink();
  }

  public NodeCode code() {
    return identity.code();
  }

  public NodeLink link() {
    return link;
  }

  public NodeIdentity identity() {
    return identity;
  }

  public Ed25519BatchSigner signer() {
    return signer;
  }

  public TestSchema schema() {
    return schema;
  }

  public Path folder() {
    return folder;
  }

  public Address address() {
    return config.advertised();
  }

  public static Address freeAddress() {
    return new Address("127.0.0.1", FreePorts.next());
  }

  @Override
  public void close() {
    link.close();
    schema.close();
  }
}
