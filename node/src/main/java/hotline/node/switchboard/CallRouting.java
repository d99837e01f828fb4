package hotline.node.switchboard;

import hotline.node.abuse.AbuseCase;
import hotline.node.intake.RequesterKeys;
import hotline.node.line.Line;
import hotline.node.line.LineNumber;
import hotline.node.line.Routing;
import hotline.node.policy.TelephonyRules;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.switchboard.TelephonyController.Route;
import hotline.node.ticket.PersonalData;
import hotline.node.wire.EntityForms;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides where calls ring. */
@Singleton
final class CallRouting {

  /** The number under which everything is answered (TOP-02). */
  static final String HUB = "12345";

  private final EntityStore entities;
  private final RequesterKeys keys;
  private final Rules rules;
  private final Clock clock;

  CallRouting(EntityStore entities, RequesterKeys keys, Rules rules, Clock clock) {
    this.entities = entities;
    this.keys = keys;
    this.rules = rules;
    this.clock = clock;
  }

  Route route(Tx tx, String number, @Nullable String caller) {
    Instant now = clock.instant();
    TelephonyRules telephony = rules.policy().telephony();
    if (restriction(tx, caller, now).isPresent()) {
      return route(
          new Routing(Routing.Action.REJECT, number, telephony.restrictedPrompt()), telephony);
    }
    Routing routing =
        entities
            .find(tx, EntityForms.LINE, Line.id(rules.self(), new LineNumber(number)))
            .map(line -> Routing.of(line, HUB, now))
            .orElseGet(() -> new Routing(Routing.Action.ANSWER, number, null));
    return route(routing, telephony);
  }

  /** The case by which a caller is restricted at present (ABU-01). */
  private Optional<AbuseCase> restriction(Tx tx, @Nullable String caller, Instant now) {
    String key = keys.keyOf(new PersonalData(null, caller, null));
    if (key == null) {
      return Optional.empty();
    }
    List<AbuseCase> cases =
        entities.list(
            tx,
            EntityForms.ABUSE_CASE,
            EntityFilter.ofSubject(key)
                .ownedBy(rules.self().codeText())
                .in("RESTRICTED")
                .dueAfter(now),
            0,
            10);
    return cases.stream().filter(abuse -> abuse.inForce(now).isPresent()).findFirst();
  }

  private static Route route(Routing routing, TelephonyRules telephony) {
    return new Route(
        routing.action().name(),
        routing.to(),
        routing.prompt(),
        telephony.busyPrompt(),
        telephony.menuDepth());
  }
}
