package hotline.node.store;

import static java.util.stream.Collectors.joining;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.wire.EntityForm;
import hotline.node.wire.EntityImage;
import hotline.node.wire.EntityType;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entities besides tickets and assignments, own ones and replicas: a table for each kind, all of
 * the same shape.
 */
@Singleton
public final class EntityStore {

  private static final Map<EntityType, String> TABLES =
      Map.of(
          EntityType.LINE, "hotline_line",
          EntityType.CALL, "call_record",
          EntityType.CALL_BACK, "call_back",
          EntityType.ABUSE_CASE, "abuse_case",
          EntityType.SUPERVISION, "supervision",
          EntityType.ARCHIVE_FILE, "archive_file",
          EntityType.ATTACHMENT, "attachment");

  private static final String COLUMNS =
      "entity_id, owner, version, state, ticket_id, subject, at, due_at, image, personal";

  private static final String IF_NEWER =
      " ON DUPLICATE KEY UPDATE "
          + newer("state")
          + newer("ticket_id")
          + newer("subject")
          + newer("at")
          + newer("due_at")
          + newer("image")
          + "personal = IF(LENGTH(VALUES(personal)) > 0, VALUES(personal), personal), "
          + "version = GREATEST(version, VALUES(version))";

  /** The entity, its row locked until the transaction ends. */
  public <T> Optional<T> lock(Tx tx, EntityForm<T> form, String id) {
    return Sql.first(
        tx,
        "SELECT image, personal FROM " + table(form) + " WHERE entity_id = ? FOR UPDATE",
        row -> form.read(row.getBytes(1), row.getBytes(2)),
        id);
  }

  public <T> Optional<T> find(Tx tx, EntityForm<T> form, String id) {
    return Sql.first(
        tx,
        "SELECT image, personal FROM " + table(form) + " WHERE entity_id = ?",
        row -> form.read(row.getBytes(1), row.getBytes(2)),
        id);
  }

  /** Those of the ids that there are. */
  public Set<String> existing(Tx tx, EntityForm<?> form, List<String> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return Set.copyOf(
        Sql.list(
            tx,
            "SELECT entity_id FROM "
                + table(form)
                + " WHERE entity_id IN ("
                + "?,".repeat(ids.size() - 1)
                + "?)",
            row -> row.getString(1),
            ids.toArray()));
  }

  /** A page, newest first. */
  public <T> List<T> list(Tx tx, EntityForm<T> form, EntityFilter filter, int offset, int limit) {
    Where where = where(filter);
    return Sql.list(
        tx,
        "SELECT image, personal FROM "
            + table(form)
            + where.text()
            + newestFirst(form)
            + " LIMIT ? OFFSET ?",
        row -> form.read(row.getBytes(1), row.getBytes(2)),
        where.parameters(limit, offset));
  }

  /** The newest first, those before {@code last} only, which is the last one seen. */
  public <T> List<T> before(
      Tx tx, EntityForm<T> form, EntityFilter filter, @Nullable T last, int limit) {
    Where where = where(filter);
    if (last != null) {
      String earlier = "id < (SELECT b.id FROM " + table(form) + " b WHERE b.entity_id = ?)";
      String id = form.image(last).id();
      if (isByTime(form)) {
        long at = Sql.micros(form.keys(last).at());
        where.and("(at < ? OR (at = ? AND " + earlier + "))", at, at, id);
      } else {
        where.and(earlier, id);
      }
    }
    return Sql.list(
        tx,
        "SELECT image, personal FROM "
            + table(form)
            + where.text()
            + newestFirst(form)
            + " LIMIT ?",
        row -> form.read(row.getBytes(1), row.getBytes(2)),
        where.parameters(limit));
  }

  public long count(Tx tx, EntityForm<?> form, EntityFilter filter) {
    Where where = where(filter);
    return Sql.number(tx, "SELECT COUNT(*) FROM " + table(form) + where.text(), where.parameters());
  }

  /** Likewise, counted up to {@code most}. */
  public long count(Tx tx, EntityForm<?> form, EntityFilter filter, int most) {
    Where where = where(filter);
    return Sql.countUpTo(tx, most, "FROM " + table(form) + where.text(), where.parameters());
  }

  /**
   * Stores a new entity of this node.
   *
   * @throws RefusedException when there is one of this id
   */
  public void insert(Tx tx, EntityRow row) {
    try {
      Sql.insertRows(tx, insertInto(row.type()), "", List.<@Nullable Object[]>of(values(row)));
    } catch (DatabaseException e) {
      if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
        throw new RefusedException(ErrorCode.ALREADY_EXISTS, row.id() + " 已经登记过");
      }
      throw e;
    }
  }

  /**
   * Stores the next state of an entity that was locked before.
   *
   * @throws IllegalStateException when the stored version is not {@code before}
   */
  public void update(Tx tx, EntityRow row, long before) {
    EntityForm.Keys keys = row.keys();
    int updated =
        Sql.update(
            tx,
            "UPDATE "
                + table(row.type())
                + " SET version = ?, state = ?, ticket_id = ?, subject = ?, at = ?, due_at = ?,"
                + " image = ? WHERE entity_id = ? AND version = ?",
            row.version(),
            keys.state(),
            keys.ticket() == null ? null : keys.ticket().toString(),
            keys.subject(),
            Sql.micros(keys.at()),
            Sql.microsOrNull(keys.dueAt()),
            row.image(),
            row.id(),
            before);
    if (updated != 1) {
      throw new IllegalStateException(row.id() + " is not at version " + before);
    }
  }

  /** Takes in replicas of one kind: each replaces only an older version of itself. */
  public void mergeAll(Tx tx, EntityType type, List<EntityRow> rows) {
    Sql.insertRows(tx, insertInto(type), IF_NEWER, rows.stream().map(EntityStore::values).toList());
  }

  /** Entities of a kind as they stand in their table, whatever has become of them. */
  public <T> List<StandingRow> standing(Tx tx, EntityForm<T> form, List<String> ids) {
    return Sql.standing(
        tx,
        "SELECT " + COLUMNS + " FROM " + table(form) + " WHERE entity_id IN ",
        ids,
        row -> {
          byte[] image = row.getBytes("image");
          byte[] personal = row.getBytes("personal");
          return new StandingRow(
              row.getString("entity_id"),
              row.getLong("version"),
              image,
              personal,
              Sql.isRow(row, () -> values(asStored(form, image, personal))));
        });
  }

  /** With the bytes as they are: encoded again they may lack what only a newer node knows. */
  private static <T> EntityRow asStored(EntityForm<T> form, byte[] image, byte[] personal) {
    T entity = form.read(image, personal);
    EntityImage again = form.image(entity);
    return new EntityRow(
        form.type(), again.id(), again.version(), form.keys(entity), image, personal);
  }

  private static String insertInto(EntityType type) {
    return "INSERT INTO " + table(type) + " (" + COLUMNS + ") VALUES ";
  }

  private static @Nullable Object[] values(EntityRow row) {
    EntityForm.Keys keys = row.keys();
    return new @Nullable Object[] {
      row.id(),
      keys.owner(),
      row.version(),
      keys.state(),
      keys.ticket() == null ? null : keys.ticket().toString(),
      keys.subject(),
      Sql.micros(keys.at()),
      Sql.microsOrNull(keys.dueAt()),
      row.image(),
      row.personal()
    };
  }

  private static String newestFirst(EntityForm<?> form) {
    return isByTime(form) ? " ORDER BY at DESC, id DESC" : " ORDER BY id DESC";
  }

  /** Calls are many, and come in from below later than they were: they have indexes by time. */
  private static boolean isByTime(EntityForm<?> form) {
    return form.type() == EntityType.CALL;
  }

  private static Where where(EntityFilter filter) {
    Where where =
        new Where()
            .andIf(filter.owner(), "owner = ?")
            .andIf(filter.subject(), "subject = ?")
            .andIf(filter.ticket(), "ticket_id = ?")
            .andIf(Sql.microsOrNull(filter.from()), "at >= ?")
            .andIf(Sql.microsOrNull(filter.to()), "at < ?")
            .andIf(Sql.microsOrNull(filter.dueBefore()), "due_at < ?")
            .andIf(Sql.microsOrNull(filter.dueAfter()), "due_at > ?");
    if (!filter.states().isEmpty()) {
      where.and(
          "state IN (" + filter.states().stream().map(s -> "?").collect(joining(",")) + ")",
          filter.states().toArray());
    }
    return where;
  }

  private static String table(EntityForm<?> form) {
    return table(form.type());
  }

  private static String table(EntityType type) {
    String table = TABLES.get(type);
    if (table == null) {
      throw new IllegalArgumentException("no table for " + type);
    }
    return table;
  }

  private static String newer(String column) {
    return column + " = IF(VALUES(version) > version, VALUES(" + column + "), " + column + "), ";
  }
}
