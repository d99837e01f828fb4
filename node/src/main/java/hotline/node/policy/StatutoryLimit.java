package hotline.node.policy;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit that a law, a regulation or a trade's own procedure sets for some matters: it goes before
 * the city's (SLA-07).
 *
 * @param matters codes of the catalogue; one stands for all that begin with it
 * @param limit its rule is the law
 */
public record StatutoryLimit(Set<String> matters, RuledLimit limit) {

  public StatutoryLimit {
    matters = Set.copyOf(matters);
  }

  boolean isAbout(@Nullable String matter) {
    return matter != null && matters.stream().anyMatch(matter::startsWith);
  }

  /** What is urgent is still owed its first feedback; the law's own limit ends with the reply. */
  HandlingLimit over(HandlingLimit usual) {
    return new HandlingLimit(usual.when(), limit, usual.feedback(), EnumSet.of(Milestone.REPLY));
  }
}
