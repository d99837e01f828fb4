package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/** Filters that people keep under a name, each for himself. */
@Singleton
public final class DeskViewStore {

  /** What a list is narrowed to; empty where it is not. */
  public record Narrowing(
      String queue, String region, String category, String urgency, String unit, String words) {}

  /** A filter under a name. */
  public record SavedView(long id, String desk, String name, Narrowing narrowing) {}

  public List<SavedView> of(Tx tx, String username) {
    return Sql.list(
        tx,
        "SELECT id, desk, name, queue, region, category, urgency, unit, words FROM desk_view"
            + " WHERE username = ? ORDER BY id",
        row ->
            new SavedView(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                new Narrowing(
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9))),
        username);
  }

  public void add(Tx tx, String username, String desk, String name, Narrowing narrowing) {
    Sql.update(
        tx,
        "INSERT INTO desk_view (username, desk, name, queue, region, category, urgency, unit, words)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        username,
        desk,
        name,
        narrowing.queue(),
        narrowing.region(),
        narrowing.category(),
        narrowing.urgency(),
        narrowing.unit(),
        narrowing.words());
  }

  /** False when the user has none of this number. */
  public boolean change(Tx tx, String username, long id, String name, Narrowing narrowing) {
    Object[] key = {id, username};
    Sql.update(
        tx,
        "UPDATE desk_view SET name = ?, queue = ?, region = ?, category = ?, urgency = ?, unit = ?,"
            + " words = ? WHERE id = ? AND username = ?",
        name,
        narrowing.queue(),
        narrowing.region(),
        narrowing.category(),
        narrowing.urgency(),
        narrowing.unit(),
        narrowing.words(),
        id,
        username);
    return Sql.number(tx, "SELECT COUNT(*) FROM desk_view WHERE id = ? AND username = ?", key) == 1;
  }

  /** False when the user has none of this number. */
  public boolean remove(Tx tx, String username, long id) {
    return Sql.update(tx, "DELETE FROM desk_view WHERE id = ? AND username = ?", id, username) == 1;
  }
}
