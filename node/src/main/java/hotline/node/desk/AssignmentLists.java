package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.store.AssignmentFilter;
import hotline.node.work.Rules;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says which assignments a list shows to a user. */
@Singleton
class AssignmentLists {

  /** What {@code unit} says for what the node itself has received. */
  private static final String NONE = "NONE";

  private final Rules rules;
  private final Clock clock;

  AssignmentLists(Rules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** A unit's people see their own unit's, whatever they ask for. */
  AssignmentFilter filter(SignedInUser user, AssignmentQuery query) {
    Instant now = clock.instant();
    boolean soon = Boolean.TRUE.equals(query.dueSoon());
    String unit = blankToNull(query.unit());
    return new AssignmentFilter(
        rules.self().codeText(),
        name(query.state()),
        user.unit().orElse(NONE.equals(unit) ? "" : unit),
        user.scope().visibility(),
        Boolean.TRUE.equals(query.overdue()) ? now : null,
        query.toSign(),
        soon ? now : null,
        soon ? now.plus(DeskController.SOON) : null,
        query.attention(),
        new AssignmentFilter.OfTicket(
            blankToNull(query.q()),
            blankToNull(query.region()),
            name(query.category()),
            name(query.urgency())));
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
