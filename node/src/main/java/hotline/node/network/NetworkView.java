package hotline.node.network;

import hotline.sync.command.TargetStatus.CircuitState;
import hotline.sync.trust.NodeVersion;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network as this node sees it.
 *
 * @param version what this node runs
 * @param tree all nodes below that are known here, each after the one above it
 * @param streams of the nodes below
 * @param own this node's own, on its way up
 * @param broadcasts what the nodes above publish downward, as it is here
 * @param ownBroadcast what this node publishes downward
 */
@Serdeable
record NetworkView(
    NodeView node,
    VersionView version,
    @Nullable ParentView parent,
    List<ChildView> children,
    List<TreeNodeView> tree,
    List<StreamView> streams,
    OwnStreamView own,
    List<StreamView> broadcasts,
    OwnStreamView ownBroadcast) {

  /** A node of the tree; {@code tier} is null when it is not known here. */
  @Serdeable
  record NodeView(String code, String name, @Nullable String tier) {}

  /**
   * What a node runs.
   *
   * @param software the program's version and the revision that it was built from
   * @param schema the number of the shared schema (records and commands) that it was built from; a
   *     node understands everything of one with a smaller number, and not all of a greater one
   */
  @Serdeable
  record VersionView(String software, int schema) {

    static VersionView of(NodeVersion version) {
      return new VersionView(version.software(), version.schema());
    }
  }

  /** How a link is, as far as is known here. */
  enum LinkState {
    CONNECTED,
    DISCONNECTED,
    /** The node that would know cannot be asked, or has not said so. */
    UNKNOWN
  }

  /**
   * A node somewhere below.
   *
   * @param tier null when it is not known here
   * @param parent code of the node right above it
   * @param link between it and the node right above it
   * @param heardAt when the node above it last heard from it; null when it never did, or is too old
   *     to say so
   * @param version null while it has not said so
   */
  @Serdeable
  record TreeNodeView(
      String code,
      String name,
      @Nullable String tier,
      String parent,
      LinkState link,
      @Nullable OffsetDateTime heardAt,
      @Nullable VersionView version) {}

  /**
   * The link upwards.
   *
   * @param revoked the parent lets this node in no longer
   * @param version what the parent runs; null while it has not said so
   * @param connected whether commands and records get through at present
   * @param publishBacklog records that the parent's broker has not confirmed yet
   */
  @Serdeable
  record ParentView(
      String code,
      String name,
      boolean connected,
      boolean revoked,
      @Nullable VersionView version,
      long commandBacklog,
      long oldestCommandAgeSeconds,
      CircuitState circuit,
      long publishBacklog,
      long confirmedPosition) {}

  /** A link downwards. */
  @Serdeable
  record ChildView(
      String code,
      String name,
      @Nullable String tier,
      String address,
      boolean connected,
      OffsetDateTime enrolledAt,
      long commandBacklog,
      CircuitState circuit,
      @Nullable String trouble) {}

  /**
   * A stream of another node.
   *
   * @param produced how far the origin itself says that it is
   * @param headsAgree whether everything it has stated is here and the hashes are equal
   */
  @Serdeable
  record StreamView(
      NodeView origin,
      String name,
      long produced,
      long received,
      long applied,
      String headHash,
      String originHash,
      boolean headsAgree,
      long backlog,
      LagView lagMillis,
      OffsetDateTime lastAppliedAt,
      long setAside,
      @Nullable String trouble) {}

  /** From the commit at the origin to being visible here. */
  @Serdeable
  record LagView(double p50, double p99) {}

  /** A stream of this node; {@code waiting} transactions have not been sequenced yet. */
  @Serdeable
  record OwnStreamView(long produced, long confirmed, String headHash, long waiting) {}
}
