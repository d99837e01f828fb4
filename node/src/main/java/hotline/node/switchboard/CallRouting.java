package hotline.node.switchboard;

import hotline.node.intake.Abusers;
import hotline.node.intake.RequesterKeys;
import hotline.node.line.Line;
import hotline.node.line.LineNumber;
import hotline.node.line.Routing;
import hotline.node.policy.TelephonyRules;
import hotline.node.store.EntityStore;
import hotline.node.switchboard.TelephonyController.Route;
import hotline.node.ticket.PersonalData;
import hotline.node.wire.EntityForms;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides where calls ring. */
@Singleton
final class CallRouting {

  /** The number under which everything is answered (TOP-02). */
  static final String HUB = "12345";

  private final EntityStore entities;
  private final RequesterKeys keys;
  private final Abusers abusers;
  private final Rules rules;
  private final Clock clock;

  CallRouting(EntityStore entities, RequesterKeys keys, Abusers abusers, Rules rules, Clock clock) {
    this.abusers = abusers;
    this.entities = entities;
    this.keys = keys;
    this.rules = rules;
    this.clock = clock;
  }

  Route route(Tx tx, String number, @Nullable String caller) {
    Instant now = clock.instant();
    TelephonyRules telephony = rules.policy().telephony();
    if (isRestricted(tx, caller)) {
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

  private boolean isRestricted(Tx tx, @Nullable String caller) {
    String key = keys.keyOf(new PersonalData(null, caller, null));
    return key != null && abusers.restriction(tx, key).isPresent();
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
