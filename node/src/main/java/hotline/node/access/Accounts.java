package hotline.node.access;

import hotline.node.store.AccountStore;
import hotline.node.store.AuditStore;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks who signs in. Five failures in a row lock an account for a minute. */
@Singleton
final class Accounts {

  private static final int FAILURES_ALLOWED = 5;
  private static final Duration LOCK = Duration.ofMinutes(1);

  private final AppUsers users;
  private final Passwords passwords;
  private final AccountStore store;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  /** Compared with when there is no such user, so that both take the same time. */
  private final String nobodysHash;

  Accounts(
      AppUsers users,
      Passwords passwords,
      AccountStore store,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.store = store;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.nobodysHash = passwords.hash("nobody");
  }

  /** Empty when the name or password is wrong or the account is locked: it is not said which. */
  Optional<SignedInUser> signIn(String username, String password) {
    Optional<AppUser> found = users.findByUsername(username);
    if (found.isEmpty()) {
      passwords.matches(password, nobodysHash);
      return Optional.empty();
    }
    AppUser user = found.get();
    Instant now = clock.instant();
    if (user.disabled() || isLocked(user.lockedUntil(), now)) {
      return Optional.empty();
    }
    if (!passwords.matches(password, user.passwordHash())) {
      users.recordFailure(username, FAILURES_ALLOWED, now.plus(LOCK));
      return Optional.empty();
    }
    if (user.failures() > 0 || user.lockedUntil() != null) {
      users.clearFailures(username);
    }
    return Optional.of(user.signedIn());
  }

  /**
   * Gives a user the password that he chose; returns him with the version that his sessions need.
   */
  SignedInUser changePassword(SignedInUser user, String password) {
    PasswordRule.check(user.username(), password);
    String hash = passwords.hash(password);
    transactions.<RuntimeException>run(
        tx -> {
          store.changePassword(tx, user.username(), hash);
          audit.append(
              tx, clock.instant(), user.username(), "CHANGE_PASSWORD", user.username(), "本人修改");
        });
    return users.findByUsername(user.username()).orElseThrow().signedIn();
  }

  private static boolean isLocked(@Nullable Instant until, Instant now) {
    return until != null && now.isBefore(until);
  }
}
