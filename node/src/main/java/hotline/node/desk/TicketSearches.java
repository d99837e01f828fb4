package hotline.node.desk;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.reference.Neighbours;
import hotline.node.search.TicketSearch;
import hotline.node.store.IntakeStore;
import hotline.node.store.TicketFilter;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a search of what a user asks a list for, typed or chosen, within his rights. */
@Singleton
final class TicketSearches {

  /** Those who may see a requester's number may look for one. */
  private static final Set<Role> BY_PHONE =
      EnumSet.of(Role.CALL_TAKER, Role.FOLLOW_UP, Role.UNIT_HANDLER);

  private final Transactions transactions;
  private final IntakeStore intake;
  private final PhoneKeys phones;
  private final Rules rules;
  private final Neighbours neighbours;
  private final Clock clock;

  TicketSearches(
      Transactions transactions,
      IntakeStore intake,
      PhoneKeys phones,
      Rules rules,
      Neighbours neighbours,
      Clock clock) {
    this.transactions = transactions;
    this.intake = intake;
    this.phones = phones;
    this.rules = rules;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /** What the user looks for, as far as he may see it. */
  TicketSearch of(TicketQuery query, TicketSliceQuery slice, SignedInUser user) {
    Typed typed = Typed.of(query.q());
    String phone = blankToNull(query.phone() == null ? typed.phone() : query.phone());
    if (phone != null) {
      Permissions.require(user, BY_PHONE, "按联系电话查询工单");
    }
    List<String> ids = ids(typed);
    Instant now = clock.instant();
    boolean soon = Boolean.TRUE.equals(query.dueSoon());
    TicketFilter filter =
        new TicketFilter(
            name(query.state()),
            name(query.category()),
            name(query.urgency()),
            blankToNull(query.owner()),
            ids,
            phone == null ? null : Objects.requireNonNullElse(phones.keyOfPhone(phone), ""),
            rules.self().codeText(),
            user.unit().orElse(blankToNull(query.unit())),
            Boolean.TRUE.equals(query.overdue()) ? now : null,
            query.from() == null ? null : query.from().toInstant(),
            query.to() == null ? null : query.to().toInstant(),
            user.scope().visibility(),
            query.attention(),
            slice.toSlice(now, rules, neighbours),
            soon ? now : null,
            soon ? now.plus(DeskController.SOON) : null);
    return new TicketSearch(
        filter,
        ids == null ? typed.words() : List.of(),
        blankToNull(query.place()),
        query.enterprise());
  }

  /** The one ticket that was meant; null when it was not said by a number of this node's. */
  private @Nullable List<String> ids(Typed typed) {
    String id = typed.id();
    if (id != null) {
      return List.of(id);
    }
    String code = typed.queryCode();
    return code == null
        ? null
        : transactions
            .call(tx -> intake.byQueryCode(tx, code))
            .map(ticket -> List.of(ticket.toString()))
            .orElse(null);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
