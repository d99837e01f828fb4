package hotline.node.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Carries the session token where no script can read it and no other site can send it. */
@Singleton
final class SessionCookie implements TokenReader<HttpRequest<?>> {

  private static final String NAME = "hotline-session";

  @Override
  public Optional<String> findToken(HttpRequest<?> request) {
    return request.getCookies().findCookie(NAME).map(Cookie::getValue);
  }

  Cookie with(String token, Duration validity, boolean secure) {
    return Cookie.of(NAME, token)
        .httpOnly(true)
        .sameSite(SameSite.Strict)
        .secure(secure)
        .path("/")
        .maxAge(validity);
  }

  Cookie cleared(boolean secure) {
    return with("", Duration.ZERO, secure);
  }
}
