package hotline.node.switchboard;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.intake.Callers;
import hotline.node.store.AgentCallStore;
import hotline.node.store.AuditStore;
import hotline.node.store.EntityStore;
import hotline.node.telephony.Call;
import hotline.node.wire.EntityForms;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The calls at a call taker's own desk. */
@Controller("/api/agent/calls")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "calls")
class AgentCallController {

  private static final Set<Role> AGENTS = EnumSet.of(Role.CALL_TAKER);
  private static final int MANY = 20;

  /** What lasts longer has ended, and the exchange has not said so. */
  private static final Duration LONGEST_CALL = Duration.ofHours(6);

  /** Until when a ticket has to be made of a call (INT-16). */
  private static final Duration WRITING = Duration.ofHours(2);

  private final Transactions transactions;
  private final AgentCallStore agents;
  private final EntityStore entities;
  private final Callers callers;
  private final AuditStore audit;
  private final Clock clock;

  AgentCallController(
      Transactions transactions,
      AgentCallStore agents,
      EntityStore entities,
      Callers callers,
      AuditStore audit,
      Clock clock) {
    this.transactions = transactions;
    this.agents = agents;
    this.entities = entities;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The user's calls that ring or go on, and those that have ended and no ticket has been made of
   * yet (INT-16); newest first, their other end masked.
   */
  @Get
  List<CallView> mine(SignedInUser user) {
    Permissions.require(user, AGENTS, "受理来电");
    Instant now = clock.instant();
    return transactions.call(
        tx ->
            agents.of(tx, user.username(), now.minus(LONGEST_CALL), MANY).stream()
                .flatMap(id -> entities.find(tx, EntityForms.CALL, id).stream())
                .filter(call -> isInHand(call, now))
                .map(CallView::of)
                .toList());
  }

  /**
   * Who calls, with the number: for the call taker at whose desk it rings and nobody else, on the
   * record (SEC-03).
   */
  @Post("/{id}/caller")
  Callers.CallerView caller(String id, SignedInUser user) {
    Permissions.require(user, AGENTS, "受理来电");
    return transactions.call(
        tx -> {
          Call call = ownCall(tx, user, id);
          audit.append(tx, clock.instant(), user.username(), "REVEAL", id, "来电");
          String phone = call.personal().phone();
          return callers.onTheLine(tx, user, call.callerKey(), phone == null ? "" : phone);
        });
  }

  private Call ownCall(Tx tx, SignedInUser user, String id) {
    return entities
        .find(tx, EntityForms.CALL, id)
        .filter(call -> user.username().equals(call.agent()))
        .filter(call -> clock.instant().isBefore(call.startedAt().plus(LONGEST_CALL)))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "当前座席没有来电 " + id));
  }

  private static boolean isInHand(Call call, Instant now) {
    Instant endedAt = call.endedAt();
    return endedAt == null
        ? !call.busy()
        : call.answeredAt() != null && call.ticket() == null && now.isBefore(endedAt.plus(WRITING));
  }
}
