package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/** Forms that are filled in the same way again and again. */
@Singleton
public final class MacroStore {

  /** Whose a macro is that all people of the node share. */
  public static final String SHARED = "";

  /**
   * A way to fill a form in.
   *
   * @param filled JSON, what goes into which field
   */
  public record Macro(long id, String username, String form, String name, String filled) {
    public boolean shared() {
      return username.equals(SHARED);
    }
  }

  /** The user's own and the shared ones. */
  public List<Macro> of(Tx tx, String username) {
    return Sql.list(
        tx,
        "SELECT id, username, form, name, filled FROM desk_macro WHERE username IN (?, ?)"
            + " ORDER BY form, username, id",
        row ->
            new Macro(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        username,
        SHARED);
  }

  public void add(Tx tx, String username, String form, String name, String filled) {
    Sql.update(
        tx,
        "INSERT INTO desk_macro (username, form, name, filled) VALUES (?, ?, ?, ?)",
        username,
        form,
        name,
        filled);
  }

  /** False when there is none of this number that is this user's. */
  public boolean remove(Tx tx, String username, long id) {
    return Sql.update(tx, "DELETE FROM desk_macro WHERE id = ? AND username = ?", id, username)
        == 1;
  }
}
