package hotline.node.intake;

import hotline.node.abuse.AbuseCase;
import hotline.node.classification.Urgency;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.Requester;
import hotline.node.wire.EntityForms;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Knows who is restricted at present (ABU-01). */
@Singleton
public final class Abusers {

  private static final int MANY = 10;

  private final EntityStore entities;
  private final Rules rules;
  private final Clock clock;

  Abusers(EntityStore entities, Rules rules, Clock clock) {
    this.entities = entities;
    this.rules = rules;
    this.clock = clock;
  }

  /** The restriction that holds for somebody now. */
  public Optional<AbuseCase.Restriction> restriction(Tx tx, String callerKey) {
    Instant now = clock.instant();
    EntityFilter filter =
        EntityFilter.ofSubject(callerKey)
            .ownedBy(rules.self().codeText())
            .in("RESTRICTED")
            .dueAfter(now);
    return entities.list(tx, EntityForms.ABUSE_CASE, filter, 0, MANY).stream()
        .flatMap(abuse -> abuse.inForce(now).stream())
        .findFirst();
  }

  /** Refuses what comes from a restricted person on a restricted way, unless it is urgent. */
  void requireOpen(Tx tx, Requester requester, Appeal appeal) {
    String key = requester.key();
    if (key == null
        || appeal.urgency() == Urgency.URGENT
        || !rules.policy().abuse().channels().contains(appeal.channel())) {
      return;
    }
    restriction(tx, key)
        .ifPresent(
            restriction -> {
              throw new RefusedException(
                  ErrorCode.CALLER_RESTRICTED,
                  "该诉求人至 " + restriction.until() + " 处于限制期，可通过其他渠道反映；紧急事项不受限制");
            });
  }
}
