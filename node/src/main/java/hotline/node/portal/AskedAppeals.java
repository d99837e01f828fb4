package hotline.node.portal;

import hotline.node.ticket.Ticket;
import hotline.sync.Tx;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds the appeal that somebody asks for, within the limits on asking. */
@Singleton
final class AskedAppeals {

  private final OwnAppeals appeals;
  private final PortalLimits limits;

  AskedAppeals(OwnAppeals appeals, PortalLimits limits) {
    this.appeals = appeals;
    this.limits = limits;
  }

  /**
   * The appeal of that code and phone number.
   *
   * @throws hotline.node.error.RefusedException when they do not belong together, or too much was
   *     asked; which of both is wrong is not told
   */
  Ticket one(Tx tx, HttpRequest<?> request, String code, @Nullable String phone) {
    String plain = OwnAppeals.code(code);
    String digits = phone == null ? "" : OwnAppeals.digits(phone);
    limits.countQuery(request, plain, digits);
    return appeals.find(tx, plain, digits).orElseThrow(() -> limits.wrong(request, plain, digits));
  }
}
