package hotline.node.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;

/**
 * Looks up with each request who asks and what he may do now. A session whose account has been
 * changed, disabled or deleted is over at once, in whichever process of the node it was begun.
 */
@ServerFilter("/api/**")
final class SessionCheck implements Ordered {

  static final String USER = "hotline.user";

  private final AppUsers users;

  SessionCheck(AppUsers users) {
    this.users = users;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    Authentication token = request.getUserPrincipal(Authentication.class).orElse(null);
    if (token == null
        || !(token.getAttributes().get(SignedInUser.SESSION_VERSION) instanceof Number version)) {
      return;
    }
    users
        .findByUsername(token.getName())
        .filter(user -> !user.disabled() && user.sessionVersion() == version.intValue())
        .ifPresentOrElse(
            user -> request.setAttribute(USER, user.signedIn()),
            () -> requireOpen(request.getPath()));
  }

  /** Whose session is over may still sign in again, and ask what anybody may ask. */
  private static void requireOpen(String path) {
    if (!path.equals("/api/session") && !path.startsWith("/api/public/")) {
      throw CurrentUser.over();
    }
  }
}
