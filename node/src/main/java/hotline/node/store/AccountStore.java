package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Changes accounts. Each change ends the account's sessions. */
@Singleton
public final class AccountStore {

  /**
   * What an account may be changed to.
   *
   * @param roles names, separated by commas; so are regions and categories, where empty means all
   */
  public record Rights(
      String displayName,
      String roles,
      @Nullable String unit,
      String regions,
      String categories,
      boolean disabled) {}

  public boolean exists(Tx tx, String username) {
    return Sql.number(tx, "SELECT COUNT(*) FROM app_user WHERE username = ?", username) > 0;
  }

  public void create(Tx tx, String username, String passwordHash, Rights rights) {
    Sql.update(
        tx,
        "INSERT INTO app_user (username, display_name, password_hash, roles, unit, regions,"
            + " categories, disabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        username,
        rights.displayName(),
        passwordHash,
        rights.roles(),
        rights.unit(),
        rights.regions(),
        rights.categories(),
        rights.disabled());
  }

  /**
   * Changes an account.
   *
   * @param seen the version that the caller has seen; null for whichever it is
   * @return false when it is another one
   */
  public boolean change(Tx tx, String username, Rights rights, @Nullable Integer seen) {
    return Sql.update(
            tx,
            "UPDATE app_user SET display_name = ?, roles = ?, unit = ?, regions = ?, categories ="
                + " ?, disabled = ?, session_version = session_version + 1 WHERE username = ?"
                + " AND session_version = COALESCE(?, session_version)",
            rights.displayName(),
            rights.roles(),
            rights.unit(),
            rights.regions(),
            rights.categories(),
            rights.disabled(),
            username,
            seen)
        == 1;
  }

  /** Ends the lock that too many failures have set; sessions stay. */
  public void unlock(Tx tx, String username) {
    Sql.update(
        tx, "UPDATE app_user SET failures = 0, locked_until = NULL WHERE username = ?", username);
  }

  public void changePassword(Tx tx, String username, String passwordHash) {
    Sql.update(
        tx,
        "UPDATE app_user SET password_hash = ?, failures = 0, locked_until = NULL,"
            + " session_version = session_version + 1 WHERE username = ?",
        passwordHash,
        username);
  }
}
