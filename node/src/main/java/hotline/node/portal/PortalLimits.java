package hotline.node.portal;

import hotline.node.access.ClientAddress;
import hotline.node.access.Throttle;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How often citizens may do what. Wrong answers count by address, by code and by phone number, so
 * that neither can be found out by trying (INT-19). In this process only.
 */
@Singleton
final class PortalLimits {

  private static final Duration WHILE = Duration.ofMinutes(10);
  private static final Duration LOCKED = Duration.ofMinutes(15);

  private final ClientAddress addresses;
  private final Throttle submissions;
  private final Throttle submissionsOfPhone;
  private final Throttle queries;
  private final Throttle uploads;
  private final Throttle failures;
  private final Throttle failuresOfOne;

  PortalLimits(ClientAddress addresses, Clock clock) {
    this.addresses = addresses;
    this.submissions = new Throttle(60, WHILE, clock);
    this.submissionsOfPhone = new Throttle(10, Duration.ofHours(1), clock);
    this.queries = new Throttle(300, WHILE, clock);
    this.uploads = new Throttle(300, WHILE, clock);
    this.failures = new Throttle(50, LOCKED, clock);
    this.failuresOfOne = new Throttle(5, LOCKED, clock);
  }

  void countSubmission(HttpRequest<?> request, String phone) {
    submissions.count(addresses.of(request));
    if (!phone.isEmpty()) {
      submissionsOfPhone.count(phone);
    }
  }

  void countUpload(HttpRequest<?> request) {
    uploads.count(addresses.of(request));
  }

  /** Before a query is answered at all, right or wrong. */
  void countQuery(HttpRequest<?> request, String code, String phone) {
    String address = addresses.of(request);
    queries.count(address);
    failures.requireRoom(address);
    keys(code, phone).forEach(failuresOfOne::requireRoom);
  }

  /** Code and phone do not belong together. What is wrong is not told apart. */
  RefusedException wrong(HttpRequest<?> request, String code, String phone) {
    failures.count(addresses.of(request));
    keys(code, phone).forEach(failuresOfOne::count);
    return new RefusedException(ErrorCode.NOT_FOUND, "没有找到诉求，请核对查询码和登记时所留的电话");
  }

  private static List<String> keys(String code, String phone) {
    return phone.isEmpty() ? List.of("code " + code) : List.of("code " + code, "phone " + phone);
  }
}
