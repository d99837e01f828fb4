package hotline.node.network;

import hotline.node.Tier;
import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.federation.KnownNodes;
import hotline.node.store.NodeStore.KnownNode;
import hotline.node.view.Times;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.link.NodeLink;
import hotline.sync.trust.EnrolmentToken;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;

/** Where an administrator lets a child node in. */
@Controller("/api/enrolments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "network")
class EnrolmentController {

  private static final Duration VALIDITY = Duration.ofHours(24);

  private final NodeLink link;
  private final KnownNodes nodes;
  private final Transactions transactions;
  private final Clock clock;

  EnrolmentController(NodeLink link, KnownNodes nodes, Transactions transactions, Clock clock) {
    this.link = link;
    this.nodes = nodes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Makes a one-time token for a child; shown once, only its hash is kept. */
  @Post
  TokenView create(SignedInUser user, @Valid @Body EnrolmentRequest request) {
    Permissions.require(user, EnumSet.of(Role.ADMIN), "登记下级节点");
    NodeCode child = NodeCode.of(request.code());
    OffsetDateTime expiresAt = Times.local(clock.instant().plus(VALIDITY));
    EnrolmentToken token;
    try {
      token = link.desk().createToken(child, request.name(), VALIDITY);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "节点“" + child + "”不能登记为下级：它是本节点或本节点的上级");
    }
    transactions.<RuntimeException>run(
        tx -> nodes.enrolled(tx, new KnownNode(child, request.name(), request.tier().name())));
    return new TokenView(token.print(), expiresAt);
  }

  @Serdeable
  record EnrolmentRequest(
      @NotNull @Pattern(regexp = "[0-9]{6}([A-Z][0-9]{2})?") String code,
      @NotBlank @Size(max = 100) String name,
      @NotNull Tier tier) {}

  @Serdeable
  record TokenView(String token, OffsetDateTime expiresAt) {}
}
