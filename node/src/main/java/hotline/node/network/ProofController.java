package hotline.node.network;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.federation.KnownNodes;
import hotline.node.store.AuditStore;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.stream.StreamEngine;
import hotline.sync.stream.StreamId;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/** Proves, when somebody asks, that what came from a node below is here and unaltered. */
@Controller("/api/network/proofs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "network")
class ProofController {

  private static final Set<Role> ROLES = EnumSet.of(Role.SUPERVISOR);

  private final StreamEngine streams;
  private final KnownNodes nodes;
  private final Transactions transactions;
  private final AuditStore audit;
  private final Clock clock;

  ProofController(
      StreamEngine streams,
      KnownNodes nodes,
      Transactions transactions,
      AuditStore audit,
      Clock clock) {
    this.streams = streams;
    this.nodes = nodes;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Compares the replicas of a node below with what its records left there, and recomputes the
   * chain over the archive. Reads all of both, while everything goes on.
   *
   * @param id of the stream: origin and name, as in {@code 621002~uplink}
   */
  @Post("/{id}")
  ProofView prove(String id, SignedInUser user) {
    Permissions.require(user, ROLES, "核对下级数据");
    StreamId stream = stream(id);
    transactions.<RuntimeException>run(
        tx -> audit.append(tx, clock.instant(), user.username(), "PROVE_STREAM", id, ""));
    return ProofView.of(
        nodes.nameOf(stream.origin()),
        streams.proof().replicas(stream),
        streams.proof().archive(stream));
  }

  private StreamId stream(String id) {
    String[] parts = id.split("~", -1);
    if (parts.length == 2) {
      try {
        StreamId stream = new StreamId(NodeCode.of(parts[0]), parts[1]);
        if (streams.proof().streams().contains(stream)) {
          return stream;
        }
        throw new RefusedException(ErrorCode.NOT_FOUND, "本节点没有收到记录流 " + id);
      } catch (IllegalArgumentException e) {
        throw malformed(id);
      }
    }
    throw malformed(id);
  }

  private static RefusedException malformed(String id) {
    return new RefusedException(ErrorCode.INVALID_INPUT, "记录流编号应形如 621002~uplink，收到“" + id + "”");
  }
}
