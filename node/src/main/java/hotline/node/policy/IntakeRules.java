package hotline.node.policy;

import hotline.node.classification.Category;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.WithheldCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is accepted.
 *
 * @param categories the types of appeal that there are (CLS-01, CLS-02)
 * @param anonymousAllowed whether a requester may withhold who they are (ACC-13)
 * @param refuseDuplicates whether the same person's same matter is refused while in handling
 *     (ACC-10)
 * @param refuseConcluded whether it is refused after it was concluded, unless there is something
 *     new (ACC-07)
 * @param unreasonableGetsVisit whether an unreasonable appeal is accepted and visited, never
 *     refused (ACC-15)
 * @param withheldCases in which cases withheld information is a ground to refuse (ACC-13)
 * @param immediateClosure what may be answered at once without a dispatch (INT-15)
 * @param robotAnswers what a robot may answer by itself (INT-06)
 * @param guidance what the citizen is told by default with a refusal on a ground (ACC-12)
 * @param urgentWords words that let an appeal look urgent (CLS-05)
 * @param emergencyWords words that let an appeal look like one for an emergency number (ACC-05)
 */
public record IntakeRules(
    Set<IntakeElement> required,
    Set<Category> categories,
    boolean anonymousAllowed,
    boolean refuseDuplicates,
    boolean refuseConcluded,
    boolean unreasonableGetsVisit,
    Set<RefusalGround> refusalGrounds,
    Set<WithheldCase> withheldCases,
    Set<Category> immediateClosure,
    Set<Category> robotAnswers,
    EnterpriseRules enterprise,
    Map<RefusalGround, String> guidance,
    List<String> urgentWords,
    Map<String, List<String>> emergencyWords) {

  public IntakeRules {
    required = Set.copyOf(required);
    categories = Set.copyOf(categories);
    refusalGrounds = Set.copyOf(refusalGrounds);
    withheldCases = Set.copyOf(withheldCases);
    immediateClosure = Set.copyOf(immediateClosure);
    robotAnswers = Set.copyOf(robotAnswers);
    guidance = Map.copyOf(guidance);
    urgentWords = List.copyOf(urgentWords);
    emergencyWords = Map.copyOf(emergencyWords);
  }

  /** Whether the words look urgent (CLS-05); people decide. */
  public boolean looksUrgent(String text) {
    return urgentWords.stream().anyMatch(text::contains);
  }

  /** The emergency number that the words look like a case for (ACC-05); people decide. */
  public Optional<String> emergencyOf(String text) {
    return emergencyWords.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(text::contains))
        .map(Map.Entry::getKey)
        .min(String::compareTo);
  }
}
