package hotline.node.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The enterprises' lane (INT-12).
 *
 * @param words that tell an enterprise by its name
 * @param dispatch a shorter limit from acceptance to dispatch, null where there is none
 */
public record EnterpriseRules(Set<String> words, @Nullable RuledLimit dispatch) {

  public EnterpriseRules {
    words = Set.copyOf(words);
  }

  /** Whether the name is an enterprise's. */
  public boolean recognises(@Nullable String name) {
    return name != null && words.stream().anyMatch(name::contains);
  }
}
