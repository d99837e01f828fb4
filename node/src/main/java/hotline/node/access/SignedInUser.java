package hotline.node.access;

import hotline.node.classification.Role;
import io.micronaut.security.authentication.Authentication;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, as the session token says.
 *
 * @param unit code of the handling unit that a {@link Role#UNIT_HANDLER} works for
 */
public record SignedInUser(
    String username, String displayName, Set<Role> roles, Optional<String> unit) {

  private static final String DISPLAY_NAME = "name";
  private static final String UNIT = "unit";

  /** Reads the claims that {@link #toAuthentication} wrote. */
  public static SignedInUser of(Authentication token) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    token.getRoles().forEach(role -> roles.add(Role.valueOf(role)));
    Map<String, Object> claims = token.getAttributes();
    return new SignedInUser(
        token.getName(),
        String.valueOf(claims.getOrDefault(DISPLAY_NAME, token.getName())),
        roles,
        Optional.ofNullable(claims.get(UNIT)).map(String::valueOf));
  }

  Authentication toAuthentication() {
    Map<String, Object> claims =
        unit.<Map<String, Object>>map(code -> Map.of(DISPLAY_NAME, displayName, UNIT, code))
            .orElseGet(() -> Map.of(DISPLAY_NAME, displayName));
    return Authentication.build(username, roles.stream().map(Role::name).toList(), claims);
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
