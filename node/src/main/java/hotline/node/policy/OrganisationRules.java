package hotline.node.policy;

import hotline.node.classification.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the hotline is organised; the tree itself is that of the nodes.
 *
 * @param tiers from the top downwards, in Chinese; below the last no node is enrolled (TOP-11,
 *     TOP-12)
 * @param leadAtDispatch whom the dispatcher makes the lead of a joint matter
 * @param leadAfterwards who coordinates when the need for others is found later
 * @param reports for which periods reports are made
 * @param names what the nodes of a kind are called; a kind that is missing is named freely (TOP-17)
 * @param duallyManaged nodes of these kinds have two managing bodies, one of which leads (TOP-13)
 */
public record OrganisationRules(
    List<String> tiers,
    LeadRule leadAtDispatch,
    LeadRule leadAfterwards,
    Set<ReportCycle> reports,
    Map<NodeKind, NameRule> names,
    Set<NodeKind> duallyManaged) {

  public OrganisationRules {
    tiers = List.copyOf(tiers);
    reports = Set.copyOf(reports);
    names = Map.copyOf(names);
    duallyManaged = Set.copyOf(duallyManaged);
  }

  /**
   * What the tier right below a node is called; empty where there is to be none (TOP-11, TOP-12).
   *
   * @param province whether the node is a province's, which only some policies count
   * @param above how many nodes stand above it that are no province's
   */
  public Optional<String> tierBelow(boolean province, int above) {
    int first = tiers.get(0).startsWith("省") ? 1 : 0;
    int below = province ? first : first + above + 1;
    return below < tiers.size() ? Optional.of(tiers.get(below)) : Optional.empty();
  }
}
