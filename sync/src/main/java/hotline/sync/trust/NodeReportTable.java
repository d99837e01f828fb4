package hotline.sync.trust;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table {@code node_report}. */
final class NodeReportTable {

  List<NodeReport> all(Tx tx) throws SQLException {
    List<NodeReport> reports = new ArrayList<>();
    try (PreparedStatement select =
            tx.connection()
                .prepareStatement(
                    "SELECT code, parent, name, software, schema_version, connected, heard_at,"
                        + " said_by, said_at FROM node_report ORDER BY code");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        String software = rows.getString(4);
        int schema = rows.getInt(5);
        boolean connected = rows.getBoolean(6);
        long heard = rows.getLong(7);
        reports.add(
            new NodeReport(
                NodeCode.of(rows.getString(1)),
                NodeCode.of(rows.getString(2)),
                rows.getString(3),
                Optional.ofNullable(software).map(text -> new NodeVersion(text, schema)),
                connected,
                heard == 0 ? Optional.empty() : Optional.of(Micros.toInstant(heard)),
                NodeCode.of(rows.getString(8)),
                Micros.toInstant(rows.getLong(9))));
      }
    }
    return reports;
  }

  void put(Tx tx, List<NodeReport> reports) throws SQLException {
    try (PreparedStatement upsert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO node_report (code, parent, name, software, schema_version, connected,"
                    + " heard_at, said_by, said_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE parent = VALUES(parent), name = VALUES(name),"
                    + " software = VALUES(software), schema_version = VALUES(schema_version),"
                    + " connected = VALUES(connected), heard_at = VALUES(heard_at),"
                    + " said_by = VALUES(said_by), said_at = VALUES(said_at)")) {
      for (NodeReport report : reports) {
        upsert.setString(1, report.node().value());
        upsert.setString(2, report.parent().value());
        upsert.setString(3, report.name());
        if (report.version().isPresent()) {
          upsert.setString(4, report.version().get().software());
          upsert.setInt(5, report.version().get().schema());
        } else {
          upsert.setNull(4, Types.VARCHAR);
          upsert.setNull(5, Types.INTEGER);
        }
        upsert.setBoolean(6, report.connected());
        upsert.setLong(7, report.heardAt().map(Micros::of).orElse(0L));
        upsert.setString(8, report.saidBy().value());
        upsert.setLong(9, Micros.of(report.saidAt()));
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  /** Forgets what a neighbour once said and no longer does. */
  void keepOnly(Tx tx, NodeCode saidBy, Set<NodeCode> said) throws SQLException {
    List<String> gone = new ArrayList<>();
    try (PreparedStatement select =
        tx.connection().prepareStatement("SELECT code FROM node_report WHERE said_by = ?")) {
      select.setString(1, saidBy.value());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (!said.contains(NodeCode.of(rows.getString(1)))) {
            gone.add(rows.getString(1));
          }
        }
      }
    }
    try (PreparedStatement delete =
        tx.connection()
            .prepareStatement("DELETE FROM node_report WHERE code = ? AND said_by = ?")) {
      for (String code : gone) {
        delete.setString(1, code);
        delete.setString(2, saidBy.value());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }
}
