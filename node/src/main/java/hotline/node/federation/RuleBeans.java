package hotline.node.federation;

import hotline.node.NodeSettings;
import hotline.node.calendar.Calendars;
import hotline.node.policy.Policies;
import hotline.node.reference.Neighbours;
import hotline.node.ticket.NodeRef;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** By what and as whom this node decides, from its profile and its place in the tree. */
@Factory
final class RuleBeans {

  @Singleton
  Rules rules(
      NodeSettings settings,
      Policies policies,
      Calendars calendars,
      Neighbours neighbours,
      Clock clock) {
    return new Rules(
        policies,
        calendars,
        new NodeRef(NodeCode.of(settings.getCode()), settings.getName()),
        neighbours.parent(),
        clock);
  }
}
