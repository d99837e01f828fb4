package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is on duty when, and which bodies coordinate. */
@Singleton
public final class DutyStore {

  /** What sort of duty. */
  public enum DutyKind {
    /** A leader answers in person. */
    LEADER("领导接听日"),
    /** A department sits in the hall. */
    DEPARTMENT("部门进驻");

    private final String label;

    DutyKind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * A duty.
   *
   * @param id 0 before it is stored
   */
  public record Duty(
      long id,
      DutyKind kind,
      String who,
      @Nullable String unit,
      Instant from,
      Instant to,
      String note,
      String setBy) {}

  /** A body with a role, since a day; the latest holds. */
  public record Institution(String role, String name, String head, LocalDate since, String setBy) {}

  /** Stores a duty; returns it with its id. */
  public Duty insert(Tx tx, Duty duty) {
    Sql.update(
        tx,
        "INSERT INTO duty (kind, who, unit, starts_at, ends_at, note, set_by)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        duty.kind().name(),
        duty.who(),
        duty.unit(),
        Sql.micros(duty.from()),
        Sql.micros(duty.to()),
        duty.note(),
        duty.setBy());
    long id = Sql.number(tx, "SELECT LAST_INSERT_ID()");
    return new Duty(
        id,
        duty.kind(),
        duty.who(),
        duty.unit(),
        duty.from(),
        duty.to(),
        duty.note(),
        duty.setBy());
  }

  /** Those that touch the time, in its order. */
  public List<Duty> between(Tx tx, Instant from, Instant to) {
    return Sql.list(
        tx,
        "SELECT id, kind, who, unit, starts_at, ends_at, note, set_by FROM duty"
            + " WHERE starts_at < ? AND ends_at > ? ORDER BY starts_at, id",
        row ->
            new Duty(
                row.getLong(1),
                DutyKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                Sql.instant(row.getLong(5)),
                Sql.instant(row.getLong(6)),
                row.getString(7),
                row.getString(8)),
        Sql.micros(to),
        Sql.micros(from));
  }

  public boolean delete(Tx tx, long id) {
    return Sql.update(tx, "DELETE FROM duty WHERE id = ?", id) == 1;
  }

  public void insert(Tx tx, Institution institution) {
    Sql.update(
        tx,
        "INSERT INTO institution (role, name, head, since, set_by) VALUES (?, ?, ?, ?, ?)",
        institution.role(),
        institution.name(),
        institution.head(),
        institution.since(),
        institution.setBy());
  }

  /** All that ever held a role, newest first. */
  public List<Institution> institutions(Tx tx) {
    return Sql.list(
        tx,
        "SELECT role, name, head, since, set_by FROM institution ORDER BY since DESC, id DESC",
        row ->
            new Institution(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getString(5)));
  }
}
