package hotline.node.federation;

import hotline.node.NodeSettings;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.blob.BlobEndpoint;
import hotline.sync.blob.BlobFetcher;
import hotline.sync.blob.BlobSource;
import hotline.sync.command.CommandLink;
import hotline.sync.completeness.Certifier;
import hotline.sync.link.Enrolment;
import hotline.sync.link.LinkConfig;
import hotline.sync.link.NodeLink;
import hotline.sync.stream.RecordApplier;
import hotline.sync.stream.StreamEngine;
import hotline.sync.trust.Address;
import hotline.sync.trust.EnrolmentRefusedException;
import hotline.sync.trust.IdentityFolder;
import hotline.sync.trust.NodeIdentity;
import hotline.sync.trust.UntrustedException;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Builds the parts of the sync module that this node runs. */
@Factory
final class LinkBeans {

  /**
   * Who this node is. At its first start it enrols at its parent with the one-time token that it
   * was given; the node at the top certifies itself.
   */
  @Singleton
  NodeIdentity identity(NodeSettings settings, IdentityFolder folder, Clock clock)
      throws UntrustedException, EnrolmentRefusedException {
    NodeCode self = NodeCode.of(settings.getCode());
    Optional<Address> parent = parentAddress(settings);
    if (parent.isEmpty()) {
      return folder.createRoot(self);
    }
    Optional<NodeIdentity> kept = folder.load();
    if (kept.isPresent()) {
      return requireSelf(kept.get(), self);
    }
    String token =
        settings
            .getParentToken()
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "node "
                            + self
                            + " has not enrolled yet: HOTLINE_PARENT_TOKEN is needed, a one-time"
                            + " token of the node at "
                            + parent.get()));
    return new Enrolment(folder, clock)
        .enrol(token, self, settings.getName(), parent.get(), advertised(settings));
  }

  @Singleton
  IdentityFolder identityFolder(NodeSettings settings, Clock clock) {
    return new IdentityFolder(settings.getDataDir().resolve("identity"), clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  NodeLink link(
      NodeSettings settings,
      IdentityFolder folder,
      NodeIdentity identity,
      Transactions transactions,
      Clock clock)
      throws UntrustedException {
    return new NodeLink(
        identity,
        folder.signer(identity),
        new LinkConfig(listen(settings), advertised(settings), parentAddress(settings)),
        transactions,
        clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  StreamEngine streams(
      NodeSettings settings,
      NodeLink link,
      Transactions transactions,
      RecordApplier applier,
      Clock clock) {
    String parentUrl = settings.getParentPulsarUrl().filter(url -> !url.isBlank()).orElse(null);
    boolean hasParent = link.tree().parent().isPresent();
    return StreamEngine.builder()
        .transactions(transactions)
        .tree(link.tree())
        .signer(link.signer())
        .verifier(link.verifier())
        .channels(link.channels())
        .applier(applier)
        .pulsarUrl(settings.getPulsarUrl())
        .parentPulsarUrl(
            hasParent ? (parentUrl == null ? settings.getPulsarUrl() : parentUrl) : null)
        .topicPrefix(settings.getTopicPrefix())
        .scope(settings.getUplinkScope())
        .clock(clock)
        .build();
  }

  @Singleton
  Certifier certifier(NodeLink link, StreamEngine streams, Transactions transactions, Clock clock) {
    return new Certifier(link.tree().self(), transactions, streams, link::sign, clock);
  }

  @Singleton
  @Bean(preDestroy = "close")
  CommandLink commands(
      NodeLink link,
      Transactions transactions,
      InboundCommands handler,
      Deliveries deliveries,
      Clock clock) {
    return new CommandLink(
        transactions,
        link.channels(),
        link.tree(),
        CommandTypes.rules(),
        handler,
        deliveries,
        clock);
  }

  @Singleton
  BlobFetcher blobFetcher(NodeLink link) {
    return new BlobFetcher(link.channels());
  }

  @Singleton
  @Bean(preDestroy = "close")
  BlobEndpoint blobEndpoint(BlobSource source) {
    return new BlobEndpoint(source);
  }

  private static NodeIdentity requireSelf(NodeIdentity kept, NodeCode self) {
    if (!kept.code().equals(self)) {
      throw new IllegalStateException(
          "the data folder belongs to node " + kept.code() + ": expected " + self);
    }
    return kept;
  }

  private static Optional<Address> parentAddress(NodeSettings settings) {
    return settings.getParentAddress().filter(text -> !text.isBlank()).map(Address::parse);
  }

  private static Address listen(NodeSettings settings) {
    return Address.parse(settings.getGrpcHost() + ":" + settings.getGrpcPort());
  }

  private static Address advertised(NodeSettings settings) {
    return settings
        .getGrpcAdvertised()
        .filter(text -> !text.isBlank())
        .map(Address::parse)
        .orElseGet(() -> listen(settings));
  }
}
