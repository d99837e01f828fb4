package hotline.node.access;

import hotline.node.access.UserController.UserRow;
import hotline.node.classification.Role;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What exported accounts are narrowed by, as the console narrows the whole list that it has; what
 * is missing does not narrow it.
 *
 * @param q part of the username or of the name
 * @param disabled only those that are
 * @param locked only those that are locked for a while
 */
@Introspected
record UserQuery(
    @Nullable @QueryValue @Size(max = 100) String q,
    @Nullable @QueryValue Role role,
    @Nullable @QueryValue Boolean disabled,
    @Nullable @QueryValue Boolean locked) {

  boolean covers(UserRow user) {
    return (q == null || contains(user.username(), q) || contains(user.displayName(), q))
        && (role == null || user.roles().contains(role))
        && (!Boolean.TRUE.equals(disabled) || user.disabled())
        && (!Boolean.TRUE.equals(locked) || user.lockedUntil() != null);
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /** For the record of looks. */
  String described() {
    return "words=%s role=%s disabled=%s locked=%s".formatted(q != null, role, disabled, locked);
  }
}
