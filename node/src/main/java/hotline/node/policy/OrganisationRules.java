package hotline.node.policy;

import java.util.List;
import java.util.Set;

/**
 * How the hotline is organised, for people to go by; the tree itself is that of the nodes.
 *
 * @param tiers from the top downwards, in Chinese (TOP-11, TOP-12)
 * @param leadAtDispatch whom the dispatcher makes the lead of a joint matter
 * @param leadAfterwards who coordinates when the need for others is found later
 */
public record OrganisationRules(
    List<String> tiers,
    LeadRule leadAtDispatch,
    LeadRule leadAfterwards,
    Set<ReportCycle> reports) {

  public OrganisationRules {
    tiers = List.copyOf(tiers);
    reports = Set.copyOf(reports);
  }
}
