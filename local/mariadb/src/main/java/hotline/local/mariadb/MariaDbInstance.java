package hotline.local.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** One data folder and the server process that runs on it. */
final class MariaDbInstance {
  private final MariaDbOptions options;
  private final Binaries binaries;

  MariaDbInstance(MariaDbOptions options, Binaries binaries) {
    this.options = options;
    this.binaries = binaries;
  }

  /**
   * Creates the system tables when the folder is new, then starts the server.
   *
   * @param password of the one account, {@code root} from 127.0.0.1; replaces an earlier one
   */
  Process start(String password) throws IOException, InterruptedException {
    Files.createDirectories(options.data());
    if (!Files.isDirectory(data("mysql"))) {
      install();
    }
    return new ProcessBuilder(serverCommand(initFile(password))).inheritIO().start();
  }

  private void install() throws IOException, InterruptedException {
    // Installed aside and moved: a start that dies half way is simply begun again.
    Path fresh = options.data().resolveSibling(options.data().getFileName() + ".new");
    deleteTree(fresh);
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.installer().toString(),
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--datadir=" + fresh,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve",
                "--force"));
    addUser(command);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(options.data().resolve("install.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("cannot create a database, see " + data("install.log"));
    }
    Files.deleteIfExists(data("install.log"));
    try (var files = Files.list(fresh)) {
      // "mysql" goes last, since its presence says that the installation is complete
      for (Path file :
          files
              .sorted((a, b) -> Boolean.compare(a.endsWith("mysql"), b.endsWith("mysql")))
              .toList()) {
        Files.move(file, options.data().resolve(file.getFileName()));
      }
    }
    Files.delete(fresh);
  }

  private List<String> serverCommand(Path initFile) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.server().toString(),
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--datadir=" + options.data(),
                "--port=" + options.port(),
                "--bind-address=127.0.0.1",
                // No Unix socket: its path is limited to 107 bytes and nobody needs it.
                "--socket=",
                "--pid-file=" + data("mariadbd.pid"),
                "--init-file=" + initFile,
                "--skip-name-resolve",
                // Loopback only; generating a key pair at every start would take seconds.
                "--skip-ssl",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--max-connections=500",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=" + options.bufferPool(),
                "--innodb-log-file-size=" + options.logFile(),
                "--innodb-flush-log-at-trx-commit=" + (options.fast() ? 2 : 1)));
    addUser(command);
    return command;
  }

  private Path initFile(String password) throws IOException {
    if (!password.matches("[A-Za-z0-9_-]{16,}")) {
      throw new IOException(
          "HOTLINE_MARIADB_PASSWORD is missing or weak: 16 or more of A-Z a-z 0-9 _ - expected");
    }
    Path file = data("init.sql");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        """
        CREATE USER IF NOT EXISTS 'root'@'127.0.0.1';
        ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '%s';
        GRANT ALL ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
        DELETE FROM mysql.global_priv WHERE user IN ('root', '') AND host <> '127.0.0.1';
        FLUSH PRIVILEGES;
        """
            .formatted(password));
    return file;
  }

  private static void addUser(List<String> command) {
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
  }

  private Path data(String name) {
    return options.data().resolve(name);
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
