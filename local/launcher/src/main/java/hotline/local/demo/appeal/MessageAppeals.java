package hotline.local.demo.appeal;

import hotline.local.csv.CsvMessage;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Turns the messages of a file into appeals: classified by {@link AppealRules}, routed by {@link
 * RegionAliases}.
 *
 * <p>A text that names no alias is shared out among the intake nodes by a hash of its number, so
 * that the same file always falls the same way. Where asked for, somebody who left no telephone
 * number gets an invented one (a local number that begins with a zero exists nowhere), because
 * without one nobody could be asked in a follow-up.
 */
public final class MessageAppeals {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final String system;
  private final AppealRules rules;
  private final RegionAliases aliases;
  private final List<Route> otherwise;
  private final boolean inventPhones;
  private final Dice dice = new Dice(0);

  /**
   * @param system the name of the system whose numbers the file uses
   * @param otherwise the routes among which texts without an alias are shared out
   */
  public MessageAppeals(
      String system,
      AppealRules rules,
      RegionAliases aliases,
      List<Route> otherwise,
      boolean inventPhones) {
    if (otherwise.isEmpty()) {
      throw new IllegalArgumentException("expected at least one route for texts without an alias");
    }
    this.system = system;
    this.rules = rules;
    this.aliases = aliases;
    this.otherwise = List.copyOf(otherwise);
    this.inventPhones = inventPhones;
  }

  public Appeal appeal(CsvMessage message) {
    Route route =
        aliases
            .route(message.title())
            .or(() -> aliases.route(message.content()))
            .orElseGet(() -> otherwise.get(dice.below(otherwise.size(), message.id())));
    OffsetDateTime occurredAt =
        message.createdAt() == null ? null : message.createdAt().atZone(ZONE).toOffsetDateTime();
    return new Appeal(
        new ExternalId(system, message.id()),
        route.node(),
        "WEB",
        rules.classify(message.title(), message.content()),
        message.title(),
        message.content(),
        route.region(),
        message.place(),
        occurredAt,
        citizen(message));
  }

  private Citizen citizen(CsvMessage message) {
    String phone = message.phone();
    if (phone == null && inventPhones) {
      String person = message.requester() == null ? message.id() : message.requester();
      phone = "0934-0%06d".formatted(dice.below(1_000_000, "phone", person));
    }
    return new Citizen(
        message.requester(), phone, null, message.requester() == null && phone == null);
  }
}
