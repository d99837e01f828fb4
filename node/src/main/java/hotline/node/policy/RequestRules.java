package hotline.node.policy;

import hotline.node.classification.Approver;
import hotline.node.classification.RequestKind;
import hotline.node.classification.VisitCase;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What assignees can ask for, under which conditions (LIF-09 to LIF-18).
 *
 * @param byKind a kind that is not here cannot be asked for
 * @param visits where a visit is a must (LIF-17)
 */
public record RequestRules(Map<RequestKind, RequestRule> byKind, Set<VisitCase> visits) {

  private static final Set<Approver> OF_UNIT =
      Set.of(Approver.UNIT_DEPUTY, Approver.UNIT_PRINCIPAL);

  public RequestRules {
    byKind = byKind.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(byKind));
    visits = Set.copyOf(visits);
    byKind.forEach(RequestRules::check);
  }

  public Optional<RequestRule> of(RequestKind kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** Who decides at the holder; the platform, where this policy does not know the kind. */
  public List<Approver> atHolder(RequestKind kind) {
    return of(kind)
        .map(RequestRule::atHolder)
        .filter(chain -> !chain.isEmpty())
        .orElse(List.of(Approver.PLATFORM));
  }

  private static void check(RequestKind kind, RequestRule rule) {
    String where = "requests." + key(kind);
    if (!OF_UNIT.containsAll(rule.atUnit())) {
      throw new IllegalArgumentException(where + ".at-unit：应为 unit-deputy、unit-principal");
    }
    if (rule.atHolder().stream().anyMatch(OF_UNIT::contains)) {
      throw new IllegalArgumentException(where + ".at-holder：应为 platform、office");
    }
    boolean decidedHere = kind == RequestKind.WRITTEN_REPLY;
    if (rule.atHolder().isEmpty() && !decidedHere) {
      throw new IllegalArgumentException(where + ".at-holder：不能为空，应为 platform、office");
    }
  }

  /** As the kind is called in policy files. */
  static String key(RequestKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
