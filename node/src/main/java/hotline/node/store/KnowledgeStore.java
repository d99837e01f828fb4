package hotline.node.store;

import hotline.node.classification.KnowledgeState;
import hotline.node.classification.Openness;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** This node's own questions with their answers, in all versions (KB-02). */
@Singleton
public final class KnowledgeStore {

  private static final String VERSION =
      "SELECT v.entry, v.version, v.state, v.question, v.answer, v.basis, v.unit, v.unit_name,"
          + " v.valid_from, v.valid_until, v.openness, v.note, v.changed_at, v.changed_by,"
          + " e.published FROM knowledge_version v JOIN knowledge_entry e ON e.id = v.entry";

  private static final String NEWEST = VERSION + " AND e.version = v.version";

  /**
   * A question with its answer.
   *
   * @param basis the law or document that the answer rests on
   * @param unit code of the unit that answers for it; empty for the platform itself (KB-03)
   * @param validUntil the last day on which it holds; null for as long as it is not withdrawn
   */
  public record Knowledge(
      String question,
      String answer,
      String basis,
      String unit,
      String unitName,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      Openness openness) {}

  /**
   * A version of an entry.
   *
   * @param entry number of the entry
   * @param published number of the version that people find; null when none is published
   * @param note what was said about the step
   */
  public record KnowledgeVersion(
      long entry,
      int version,
      KnowledgeState state,
      Knowledge knowledge,
      @Nullable Integer published,
      String note,
      Instant changedAt,
      String changedBy) {}

  /** Which entries; null does not narrow. */
  public record KnowledgeFilter(
      @Nullable KnowledgeState state, @Nullable String unit, @Nullable String words) {}

  /** Adds an entry with its first version; returns its number. */
  public long insert(Tx tx, KnowledgeVersion first) {
    Sql.update(
        tx,
        "INSERT INTO knowledge_entry (version, state, published, unit, question, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        first.version(),
        first.state().name(),
        first.published(),
        first.knowledge().unit(),
        first.knowledge().question(),
        Sql.micros(first.changedAt()));
    long entry = Sql.number(tx, "SELECT LAST_INSERT_ID()");
    insertVersion(tx, entry, first);
    return entry;
  }

  /**
   * Adds the next version of an entry.
   *
   * @return false when the entry has another version than the one before it by now
   */
  public boolean add(Tx tx, KnowledgeVersion next) {
    boolean there =
        Sql.update(
                tx,
                "UPDATE knowledge_entry SET version = ?, state = ?, published = ?, unit = ?,"
                    + " question = ?, changed_at = ? WHERE id = ? AND version = ?",
                next.version(),
                next.state().name(),
                next.published(),
                next.knowledge().unit(),
                next.knowledge().question(),
                Sql.micros(next.changedAt()),
                next.entry(),
                next.version() - 1)
            == 1;
    if (there) {
      insertVersion(tx, next.entry(), next);
    }
    return there;
  }

  /** The newest version of an entry. */
  public Optional<KnowledgeVersion> newest(Tx tx, long entry) {
    return Sql.first(tx, NEWEST + " WHERE e.id = ?", KnowledgeStore::read, entry);
  }

  /** All versions of an entry, the newest first. */
  public List<KnowledgeVersion> versions(Tx tx, long entry) {
    return Sql.list(
        tx, VERSION + " WHERE v.entry = ? ORDER BY v.version DESC", KnowledgeStore::read, entry);
  }

  /** The newest versions, those that were changed last first. */
  public List<KnowledgeVersion> list(Tx tx, KnowledgeFilter filter, int offset, int limit) {
    Where where = where(filter);
    return Sql.list(
        tx,
        NEWEST + where.text() + " ORDER BY e.changed_at DESC, e.id DESC LIMIT ? OFFSET ?",
        KnowledgeStore::read,
        where.parameters(limit, offset));
  }

  /** In the same order, those after {@code last} only, which is the last one seen. */
  public List<KnowledgeVersion> after(
      Tx tx, KnowledgeFilter filter, @Nullable KnowledgeVersion last, int limit) {
    Where where = where(filter);
    if (last != null) {
      long changed = Sql.micros(last.changedAt());
      where.and(
          "(e.changed_at < ? OR (e.changed_at = ? AND e.id < ?))", changed, changed, last.entry());
    }
    return Sql.list(
        tx,
        NEWEST + where.text() + " ORDER BY e.changed_at DESC, e.id DESC LIMIT ?",
        KnowledgeStore::read,
        where.parameters(limit));
  }

  public long count(Tx tx, KnowledgeFilter filter) {
    Where where = where(filter);
    return Sql.number(
        tx, "SELECT COUNT(*) FROM knowledge_entry e" + where.text(), where.parameters());
  }

  private static Where where(KnowledgeFilter filter) {
    KnowledgeState state = filter.state();
    return new Where()
        .andIf(state == null ? null : state.name(), "e.state = ?")
        .andIf(filter.unit(), "e.unit = ?")
        .andIf(like(filter.words()), "e.question LIKE ?");
  }

  private static @Nullable String like(@Nullable String words) {
    return words == null || words.isBlank()
        ? null
        : "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static void insertVersion(Tx tx, long entry, KnowledgeVersion version) {
    Knowledge knowledge = version.knowledge();
    LocalDate until = knowledge.validUntil();
    Sql.update(
        tx,
        "INSERT INTO knowledge_version (entry, version, state, question, answer, basis, unit,"
            + " unit_name, valid_from, valid_until, openness, note, changed_at, changed_by)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        entry,
        version.version(),
        version.state().name(),
        knowledge.question(),
        knowledge.answer(),
        knowledge.basis(),
        knowledge.unit(),
        knowledge.unitName(),
        knowledge.validFrom().toString(),
        until == null ? null : until.toString(),
        knowledge.openness().name(),
        version.note(),
        Sql.micros(version.changedAt()),
        version.changedBy());
  }

  private static KnowledgeVersion read(ResultSet row) throws SQLException {
    String until = row.getString("valid_until");
    int published = row.getInt("published");
    boolean hasPublished = !row.wasNull();
    return new KnowledgeVersion(
        row.getLong("entry"),
        row.getInt("version"),
        KnowledgeState.valueOf(row.getString("state")),
        new Knowledge(
            row.getString("question"),
            row.getString("answer"),
            row.getString("basis"),
            row.getString("unit"),
            row.getString("unit_name"),
            LocalDate.parse(row.getString("valid_from")),
            until == null ? null : LocalDate.parse(until),
            Openness.valueOf(row.getString("openness"))),
        hasPublished ? published : null,
        row.getString("note"),
        Sql.instant(row.getLong("changed_at")),
        row.getString("changed_by"));
  }
}
