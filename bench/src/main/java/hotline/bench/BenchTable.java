package hotline.bench;

import hotline.sync.Tx;
import hotline.sync.jdbc.Binary;
import hotline.sync.jdbc.DatabaseException;
import hotline.sync.stream.AppliedEntity;
import hotline.sync.stream.ImageDigest;
import hotline.sync.stream.ReceivedRecord;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** The business table of the benchmark: tickets of about 420 bytes, by a dense number. */
final class BenchTable {

  static final int RECORD_BYTES = 420;
  static final String DDL =
      "CREATE TABLE IF NOT EXISTS ticket (id BIGINT NOT NULL PRIMARY KEY, version INT NOT NULL,"
          + " body VARBINARY(1000) NOT NULL) ENGINE = InnoDB";
  private static final int CHUNK = 100;

  private final byte[] filler = new byte[RECORD_BYTES - Long.BYTES];

  BenchTable() {
    // text compresses; random letters compress a little, as sealed and serialized data do
    Random random = new Random(12345);
    for (int i = 0; i < filler.length; i++) {
      filler[i] = (byte) ('0' + random.nextInt(64));
    }
  }

  byte[] body(long id) {
    return ByteBuffer.allocate(RECORD_BYTES).putLong(id).put(filler).array();
  }

  static long idOf(byte[] body) {
    return ByteBuffer.wrap(body).getLong();
  }

  void insert(Tx tx, long id, byte[] body) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement("INSERT INTO ticket (id, version, body) VALUES (?, 1, ?)")) {
      insert.setLong(1, id);
      Binary.set(insert, 2, body);
      insert.executeUpdate();
    }
  }

  /** As a program would insert many rows: by a JDBC batch. */
  void insertBatch(Tx tx, long firstId, List<byte[]> bodies) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement("INSERT INTO ticket (id, version, body) VALUES (?, ?, ?)")) {
      long id = firstId;
      for (byte[] body : bodies) {
        insert.setLong(1, id++);
        insert.setInt(2, 1);
        Binary.set(insert, 3, body);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** As a replica is kept: the newer version of a row wins. */
  static void replicate(Tx tx, List<ReceivedRecord> records) {
    try {
      int at = 0;
      for (; at + CHUNK <= records.size(); at += CHUNK) {
        replicateChunk(tx, records.subList(at, at + CHUNK));
      }
      if (at < records.size()) {
        replicateChunk(tx, records.subList(at, records.size()));
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** As what a record is noted that the replica was left with. */
  static AppliedEntity entity(ReceivedRecord record) {
    return new AppliedEntity(
        record.position(), Long.toString(idOf(record.body())), 1, ImageDigest.of(record.body()));
  }

  private static void replicateChunk(Tx tx, List<ReceivedRecord> records) throws SQLException {
    StringBuilder sql = new StringBuilder("INSERT INTO ticket (id, version, body) VALUES ");
    for (int i = 0; i < records.size(); i++) {
      sql.append(i == 0 ? "(?, 1, ?)" : ", (?, 1, ?)");
    }
    sql.append(
        " ON DUPLICATE KEY UPDATE body = IF(VALUES(version) > version, VALUES(body), body),"
            + " version = GREATEST(version, VALUES(version))");
    try (PreparedStatement insert = tx.connection().prepareStatement(sql.toString())) {
      int parameter = 1;
      for (ReceivedRecord record : records) {
        insert.setLong(parameter++, idOf(record.body()));
        Binary.set(insert, parameter++, record.body());
      }
      insert.executeUpdate();
    }
  }
}
