package hotline.node.view;

import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Requester;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Who asks. Masked except where it has been revealed, with a reason, on the record. */
@Serdeable
public record RequesterView(
    @Nullable String name,
    @Nullable String phone,
    @Nullable String address,
    boolean anonymous,
    boolean masked) {

  private static final int PHONE_HEAD = 3;
  private static final int PHONE_TAIL = 4;

  public static RequesterView masked(Requester requester) {
    PersonalData personal = requester.personal();
    return new RequesterView(
        name(personal.name()),
        phone(personal.phone()),
        personal.address() == null ? null : "******",
        requester.anonymous(),
        true);
  }

  public static RequesterView revealed(Requester requester) {
    PersonalData personal = requester.personal();
    return new RequesterView(
        personal.name(), personal.phone(), personal.address(), requester.anonymous(), false);
  }

  private static @Nullable String name(@Nullable String name) {
    return name == null || name.isEmpty()
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
  }

  /** A phone number with its middle hidden. */
  public static @Nullable String phone(@Nullable String phone) {
    if (phone == null) {
      return null;
    }
    return phone.length() < PHONE_HEAD + PHONE_TAIL
        ? "*".repeat(phone.length())
        : phone.substring(0, PHONE_HEAD)
            + "*".repeat(phone.length() - PHONE_HEAD - PHONE_TAIL)
            + phone.substring(phone.length() - PHONE_TAIL);
  }
}
