package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Which office of each handling unit sees to its tickets. */
@Singleton
public final class UnitOfficeStore {

  /**
   * A unit's office.
   *
   * @param phone of the office, not of a person
   */
  public record UnitOffice(
      String unit,
      String office,
      int fullTime,
      int partTime,
      String phone,
      Instant setAt,
      String setBy) {}

  public void insert(Tx tx, UnitOffice office) {
    Sql.update(
        tx,
        "INSERT INTO unit_office (unit, office, full_time, part_time, phone, set_at, set_by)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        office.unit(),
        office.office(),
        office.fullTime(),
        office.partTime(),
        office.phone(),
        Sql.micros(office.setAt()),
        office.setBy());
  }

  /** The one that holds for each unit that has one. */
  public List<UnitOffice> newest(Tx tx) {
    return Sql.list(
        tx,
        "SELECT o.unit, o.office, o.full_time, o.part_time, o.phone, o.set_at, o.set_by"
            + " FROM unit_office o JOIN (SELECT MAX(id) AS latest FROM unit_office GROUP BY unit) n"
            + " ON n.latest = o.id ORDER BY o.unit",
        row ->
            new UnitOffice(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                Sql.instant(row.getLong(6)),
                row.getString(7)));
  }
}
