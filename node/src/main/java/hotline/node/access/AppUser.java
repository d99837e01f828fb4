package hotline.node.access;

import hotline.node.classification.Role;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;

/**
 * An account.
 *
 * @param roles names of {@link Role}, separated by commas
 * @param lockedUntil sign-in is refused before then, whatever the password
 */
@MappedEntity("app_user")
record AppUser(
    @Id @GeneratedValue @Nullable @org.jspecify.annotations.Nullable Long id,
    String username,
    String displayName,
    String passwordHash,
    String roles,
    @Nullable @org.jspecify.annotations.Nullable String unit,
    int failures,
    @Nullable @org.jspecify.annotations.Nullable Instant lockedUntil) {

  SignedInUser signedIn() {
    EnumSet<Role> set = EnumSet.noneOf(Role.class);
    Arrays.stream(roles.split(",")).map(Role::valueOf).forEach(set::add);
    return new SignedInUser(username, displayName, set, Optional.ofNullable(unit));
  }
}
