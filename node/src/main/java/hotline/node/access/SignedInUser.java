package hotline.node.access;

import hotline.node.classification.Role;
import io.micronaut.security.authentication.Authentication;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, with the rights that he has now.
 *
 * @param unit code of the handling unit that a {@link Role#UNIT_HANDLER} works for
 * @param scope of which tickets
 * @param sessionVersion a session is over when the account's version is another one
 */
public record SignedInUser(
    String username,
    String displayName,
    Set<Role> roles,
    Optional<String> unit,
    Scope scope,
    int sessionVersion)
    implements Principal {

  static final String SESSION_VERSION = "sv";

  /** Somebody whose regions and categories are not limited. */
  public SignedInUser(String username, String displayName, Set<Role> roles, Optional<String> unit) {
    this(username, displayName, roles, unit, Scope.ALL, 1);
  }

  /** The token names the user and the version; what he may do is looked up with each request. */
  Authentication toAuthentication() {
    return Authentication.build(
        username, roles.stream().map(Role::name).toList(), Map.of(SESSION_VERSION, sessionVersion));
  }

  @Override
  public String getName() {
    return username;
  }

  /** An administrator may do what every role may. */
  public boolean has(Role role) {
    return roles.contains(role) || roles.contains(Role.ADMIN);
  }

  public boolean hasAny(Set<Role> wanted) {
    return wanted.stream().anyMatch(this::has);
  }

  /** Whether this user sees the work of his own unit and nothing else. */
  public boolean seesOwnUnitOnly() {
    return unit.isPresent();
  }
}
