package hotline.node.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entities; what is null or empty is not asked for.
 *
 * @param states any of these
 * @param dueBefore due, but before this
 * @param dueAfter due after this
 */
public record EntityFilter(
    @Nullable String owner,
    List<String> states,
    @Nullable String subject,
    @Nullable String ticket,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Instant dueBefore,
    @Nullable Instant dueAfter) {

  public static final EntityFilter ALL =
      new EntityFilter(null, List.of(), null, null, null, null, null, null);

  public EntityFilter {
    states = List.copyOf(states);
  }

  public static EntityFilter ofSubject(String subject) {
    return new EntityFilter(null, List.of(), subject, null, null, null, null, null);
  }

  public static EntityFilter ofTicket(String ticket) {
    return new EntityFilter(null, List.of(), null, ticket, null, null, null, null);
  }

  public EntityFilter in(String... states) {
    return new EntityFilter(owner, List.of(states), subject, ticket, from, to, dueBefore, dueAfter);
  }

  public EntityFilter ownedBy(String owner) {
    return new EntityFilter(owner, states, subject, ticket, from, to, dueBefore, dueAfter);
  }

  public EntityFilter dueAfter(Instant moment) {
    return new EntityFilter(owner, states, subject, ticket, from, to, dueBefore, moment);
  }
}
