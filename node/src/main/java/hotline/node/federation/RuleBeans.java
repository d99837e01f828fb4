package hotline.node.federation;

import hotline.node.NodeSettings;
import hotline.node.calendar.Holidays;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyFile;
import hotline.node.reference.Neighbours;
import hotline.node.ticket.NodeRef;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** By what and as whom this node decides, from its profile and its place in the tree. */
@Factory
final class RuleBeans {

  @Singleton
  Rules rules(NodeSettings settings, Neighbours neighbours) {
    Policy policy = PolicyFile.bundled(settings.getPolicy());
    return new Rules(
        policy,
        new WorkingCalendar(policy.workingHours(), Holidays.bundled()),
        new NodeRef(NodeCode.of(settings.getCode()), settings.getName()),
        neighbours.parent());
  }
}
