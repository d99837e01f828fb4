package hotline.node.access;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which sessions go on, for what outlives a single request. */
@Singleton
public final class Sessions {

  private final AppUsers users;

  Sessions(AppUsers users) {
    this.users = users;
  }

  /** The session versions of those accounts that are there and not disabled. */
  public Map<String, Integer> versions(Set<String> usernames) {
    return usernames.isEmpty()
        ? Map.of()
        : users.findByUsernameIn(usernames).stream()
            .filter(user -> !user.disabled())
            .collect(Collectors.toMap(AppUser::username, AppUser::sessionVersion));
  }
}
