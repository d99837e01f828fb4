package hotline.node.access;

import hotline.node.NodeSettings;
import hotline.node.Tier;
import hotline.node.classification.Category;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.ReferenceData;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.token.generator.TokenGenerator;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Signing in and out. */
@Controller("/api/session")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "session")
class SessionController {

  private static final Duration VALIDITY = Duration.ofHours(10);

  private final Accounts accounts;
  private final TokenGenerator tokens;
  private final SessionCookie cookie;
  private final ReferenceData reference;
  private final NodeSettings settings;

  SessionController(
      Accounts accounts,
      TokenGenerator tokens,
      SessionCookie cookie,
      ReferenceData reference,
      NodeSettings settings) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.cookie = cookie;
    this.reference = reference;
    this.settings = settings;
  }

  @Post
  HttpResponse<?> signIn(HttpRequest<?> request, @Valid @Body Credentials credentials) {
    Optional<SignedInUser> user = accounts.signIn(credentials.username(), credentials.password());
    if (user.isEmpty()) {
      throw new RefusedException(ErrorCode.UNAUTHENTICATED, "用户名或密码不正确，或账号因多次输错密码被暂时锁定（1分钟后再试）");
    }
    return HttpResponse.ok(new Session(view(user.get())))
        .cookie(cookie.with(token(user.get()), VALIDITY, request.isSecure()));
  }

  @Get
  Session current(SignedInUser user) {
    return new Session(view(user));
  }

  /**
   * Changes one's own password; the present one is asked for, so that nobody does it at an
   * unwatched desk. Ends the other sessions and goes on with this one.
   */
  @Post("/password")
  HttpResponse<Session> changePassword(
      HttpRequest<?> request, SignedInUser user, @Valid @Body ChangedPassword body) {
    if (accounts.signIn(user.username(), body.current()).isEmpty()) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "现在的密码不正确");
    }
    SignedInUser changed = accounts.changePassword(user, body.password());
    return HttpResponse.ok(new Session(view(changed)))
        .cookie(cookie.with(token(changed), VALIDITY, request.isSecure()));
  }

  @Delete
  HttpResponse<?> signOut(HttpRequest<?> request) {
    return HttpResponse.noContent().cookie(cookie.cleared(request.isSecure()));
  }

  private String token(SignedInUser user) {
    return tokens
        .generateToken(user.toAuthentication(), (int) VALIDITY.toSeconds())
        .orElseThrow(() -> new IllegalStateException("no session token could be made"));
  }

  private UserView view(SignedInUser user) {
    return new UserView(
        user.username(),
        user.displayName(),
        new TreeSet<>(user.roles()),
        user.unit().map(code -> new UnitRef(code, reference.unitName(code))).orElse(null),
        user.scope().regions(),
        new TreeSet<>(user.scope().categories()),
        new NodeView(settings.getCode(), settings.getName(), settings.getTier()));
  }

  @Serdeable
  record Credentials(
      @NotBlank @Size(max = 64) String username, @NotBlank @Size(max = 128) String password) {}

  @Serdeable
  record ChangedPassword(
      @NotBlank @Size(max = 128) String current, @NotBlank @Size(max = 128) String password) {}

  @Serdeable
  record Session(UserView user) {}

  @Serdeable
  record UserView(
      String username,
      String displayName,
      Set<Role> roles,
      @Nullable @org.jspecify.annotations.Nullable UnitRef unit,
      List<String> regions,
      Set<Category> categories,
      NodeView node) {}

  @Serdeable
  record UnitRef(String code, String name) {}

  @Serdeable
  record NodeView(String code, String name, Tier tier) {}
}
