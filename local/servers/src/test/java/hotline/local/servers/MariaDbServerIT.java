package hotline.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerIT {
  @Test
  void whatIsCommittedSurvivesTheDeathOfTheServer(@TempDir Path folder) throws SQLException {
    try (MariaDbServer server = MariaDbServer.start(MariaDbServer.Options.in(folder))) {
      server.createSchema("city");
      try (Connection connection = server.connect("city");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE ticket (id INT PRIMARY KEY, title VARCHAR(20))");
        statement.execute("INSERT INTO ticket VALUES (1, '路灯不亮😀')");
      }
      Connection open = server.connect("city");
      open.setAutoCommit(false);
      try (Statement statement = open.createStatement()) {
        statement.execute("INSERT INTO ticket VALUES (2, 'never committed')");
      }

      server.kill();
      open.abort(Runnable::run);
      assertThat(server.isRunning()).isFalse();

      server.restart();

      assertThat(titles(server)).isEqualTo("路灯不亮😀");
    }
  }

  @Test
  void dataAndPasswordAreKeptWhenItStops(@TempDir Path folder) throws Exception {
    try (MariaDbServer server = MariaDbServer.start(MariaDbServer.Options.in(folder).fast())) {
      server.createSchema("city");
      try (Connection connection = server.connect("city");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE ticket (id INT PRIMARY KEY, title VARCHAR(20))");
        statement.execute("INSERT INTO ticket VALUES (1, 'kept')");
      }
    }

    try (MariaDbServer server = MariaDbServer.start(MariaDbServer.Options.in(folder).fast())) {
      assertThat(titles(server)).isEqualTo("kept");
      assertThat(Files.getPosixFilePermissions(folder.resolve("root.password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void itReadsCommittedInUtf8AndLetsNobodyInWithoutThePassword(@TempDir Path folder)
      throws SQLException {
    try (MariaDbServer server = MariaDbServer.start(MariaDbServer.Options.in(folder).fast());
        Connection connection = server.connect("");
        Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT @@transaction_isolation, @@character_set_server, @@log_bin,"
                    + " @@bind_address, (SELECT GROUP_CONCAT(user, '@', host)"
                    + " FROM mysql.user WHERE user NOT IN ('mariadb.sys', 'PUBLIC'))")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("READ-COMMITTED");
      assertThat(row.getString(2)).isEqualTo("utf8mb4");
      assertThat(row.getInt(3)).isZero();
      assertThat(row.getString(4)).isEqualTo("127.0.0.1");
      assertThat(row.getString(5)).isEqualTo("root@127.0.0.1");
      assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(""), "root", ""))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Access denied");
    }
  }

  private static String titles(MariaDbServer server) throws SQLException {
    try (Connection connection = server.connect("city");
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT GROUP_CONCAT(title) FROM ticket")) {
      row.next();
      return row.getString(1);
    }
  }
}
