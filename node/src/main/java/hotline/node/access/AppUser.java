package hotline.node.access;

import hotline.node.classification.Category;
import hotline.node.classification.Role;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An account.
 *
 * @param roles names of {@link Role}, separated by commas
 * @param lockedUntil sign-in is refused before then, whatever the password
 * @param regions codes of the regions that he sees, separated by commas; empty for all
 * @param categories likewise names of {@link Category}
 * @param sessionVersion sessions of another version are over
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
    @Nullable @org.jspecify.annotations.Nullable Instant lockedUntil,
    String regions,
    String categories,
    int sessionVersion,
    boolean disabled) {

  SignedInUser signedIn() {
    EnumSet<Role> set = EnumSet.noneOf(Role.class);
    Arrays.stream(roles.split(",")).map(Role::valueOf).forEach(set::add);
    return new SignedInUser(
        username, displayName, set, Optional.ofNullable(unit), scope(), sessionVersion);
  }

  private Scope scope() {
    return new Scope(
        split(regions),
        split(categories).stream().map(Category::valueOf).collect(Collectors.toSet()));
  }

  private static List<String> split(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(","));
  }
}
