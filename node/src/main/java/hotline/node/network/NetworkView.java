package hotline.node.network;

import hotline.sync.command.TargetStatus.CircuitState;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network as this node sees it.
 *
 * @param streams of the nodes below
 * @param own this node's own, on its way up
 * @param broadcasts what the nodes above publish downward, as it is here
 * @param ownBroadcast what this node publishes downward
 */
@Serdeable
record NetworkView(
    NodeView node,
    @Nullable ParentView parent,
    List<ChildView> children,
    List<StreamView> streams,
    OwnStreamView own,
    List<StreamView> broadcasts,
    OwnStreamView ownBroadcast) {

  /** A node of the tree; {@code tier} is null when it is not known here. */
  @Serdeable
  record NodeView(String code, String name, @Nullable String tier) {}

  /**
   * The link upwards.
   *
   * @param connected whether commands and records get through at present
   * @param publishBacklog records that the parent's broker has not confirmed yet
   */
  @Serdeable
  record ParentView(
      String code,
      String name,
      boolean connected,
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
