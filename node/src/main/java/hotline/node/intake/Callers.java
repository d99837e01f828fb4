package hotline.node.intake;

import hotline.node.access.SignedInUser;
import hotline.node.store.RepeatStore;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.view.TicketRow;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who is on the telephone: what he has in handling, so that he can add to it
 * instead of telling it anew (ACC-10), what he brought before (INT-19), and whether he is
 * restricted (ABU-01).
 */
@Singleton
public final class Callers {

  private static final int MANY = 20;

  private final RepeatStore tickets;
  private final RequesterKeys keys;
  private final Abusers abusers;
  private final Rules rules;
  private final Clock clock;

  Callers(RepeatStore tickets, RequesterKeys keys, Abusers abusers, Rules rules, Clock clock) {
    this.tickets = tickets;
    this.keys = keys;
    this.abusers = abusers;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A caller's tickets of whatever node, newest first, as far as the user has to do with them.
   *
   * @param phone where the user is shown it
   * @param name as he gave it last at this node; likewise the address
   * @param open not ended yet
   * @param past ended
   */
  @Serdeable
  public record CallerView(
      @Nullable String phone,
      @Nullable String name,
      @Nullable String address,
      @Nullable OffsetDateTime restrictedUntil,
      List<OpenTicketView> open,
      List<TicketRow> past) {}

  /**
   * @param supplementable whether it can be added to here
   */
  @Serdeable
  public record OpenTicketView(TicketRow ticket, boolean supplementable) {}

  /** Without personal data: for a number that somebody only says is his. */
  CallerView ofNumber(Tx tx, SignedInUser user, String phone) {
    return view(tx, user, keys.keyOf(new PersonalData(null, phone, null)), null);
  }

  /** With it: for who is on the telephone. The caller of this method puts the look on record. */
  public CallerView onTheLine(Tx tx, SignedInUser user, @Nullable String key, String phone) {
    return view(tx, user, key, phone);
  }

  private CallerView view(Tx tx, SignedInUser user, @Nullable String key, @Nullable String phone) {
    if (key == null) {
      return new CallerView(phone, null, null, null, List.of(), List.of());
    }
    List<Ticket> all = new ArrayList<>(tickets.ofRequester(tx, key, MANY));
    Collections.reverse(all);
    List<Ticket> seen = all.stream().filter(t -> user.scope().covers(t.appeal())).toList();
    Optional<PersonalData> last =
        phone == null
            ? Optional.empty()
            : seen.stream()
                .filter(this::isOwn)
                .map(ticket -> ticket.requester().personal())
                .filter(personal -> personal.name() != null)
                .findFirst();
    Instant now = clock.instant();
    return new CallerView(
        phone,
        last.map(PersonalData::name).orElse(null),
        last.map(PersonalData::address).orElse(null),
        abusers.restriction(tx, key).map(held -> Times.local(held.until())).orElse(null),
        seen.stream()
            .filter(Callers::isOpen)
            .map(t -> new OpenTicketView(TicketRow.of(t, isOwn(t), now), isOwn(t)))
            .toList(),
        seen.stream()
            .filter(ticket -> !isOpen(ticket))
            .map(ticket -> TicketRow.of(ticket, isOwn(ticket), now))
            .toList());
  }

  private boolean isOwn(Ticket ticket) {
    return Objects.equals(ticket.owner().code(), rules.self().code());
  }

  private static boolean isOpen(Ticket ticket) {
    return TicketAction.allowedFor(ticket).contains(TicketAction.SUPPLEMENT);
  }
}
