package hotline.node.supervision;

import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import java.util.List;

/**
 * What is demanded, why, by what means.
 *
 * @param jointBodies the other bodies that supervise with the issuer (SUP-03, SUP-06)
 */
public record Demand(
    SupervisionTool tool, SupervisionTrigger trigger, String text, List<String> jointBodies) {

  public Demand {
    jointBodies = List.copyOf(jointBodies);
  }
}
