package hotline.node.rulebook;

import hotline.node.policy.Policy;
import hotline.node.policy.PolicyDocument;
import hotline.node.store.PolicyStore.PolicyRow;
import java.time.Instant;

/** A version of the node's policy, read. */
record PolicyVersion(PolicyRow row, Policy policy) {

  static PolicyVersion of(PolicyRow row) {
    String file = row.name() + " 第" + row.number() + "版";
    return new PolicyVersion(
        row, PolicyDocument.parse(file, row.resolved()).policy().numbered(row.number()));
  }

  /** Whether it is in force on the day of a moment. */
  boolean inForce(Instant moment) {
    return policy.inForce(moment.atZone(policy.workingHours().zone()).toLocalDate());
  }

  /** As written by hand: what may still follow the node above. */
  PolicyDocument own() {
    return PolicyDocument.parse(row.name() + ".yml", row.own());
  }

  PolicyDocument resolved() {
    return PolicyDocument.parse(row.name() + ".yml", row.resolved());
  }
}
