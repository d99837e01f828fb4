package hotline.local.network;

import hotline.local.servers.Secrets;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.Properties;

/** Everything that a network keeps: databases, topics, keys, logs, process ids. */
record DataFolder(Path root) {
  private static final String PORT_BASE = "port-base";

  DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  Path log(String name) {
    return root.resolve("logs").resolve(name + ".log");
  }

  Path pidFile(String name) {
    return root.resolve("run").resolve(name + ".pid");
  }

  Path node(String code) {
    return root.resolve("nodes").resolve(code);
  }

  /** Says that the node's parent knows it; the node needs no token any more. */
  Path enrolledMark(String code) {
    return node(code).resolve("enrolled");
  }

  Path mariaDb() {
    return root.resolve("mariadb");
  }

  Path pulsar() {
    return root.resolve("pulsar");
  }

  Path lock() {
    return root.resolve("lock");
  }

  /** The password of the seeded users of every node, made at the first use. */
  String usersPassword() {
    return secret(root.resolve("users.password"));
  }

  /** What the nodes hash requesters with, so that they know a repeat at another node. */
  String requesterSecret() {
    return secret(root.resolve("requester.secret"));
  }

  String databasePassword(String code) {
    return secret(node(code).resolve("database.password"));
  }

  /** The ports that the network in this folder was last started with. */
  OptionalInt portBase() {
    Properties properties = new Properties();
    Path file = settings();
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
      return OptionalInt.of(Integer.parseInt(properties.getProperty(PORT_BASE, "")));
    } catch (IOException | NumberFormatException e) {
      throw new NetworkException("%s 无法读取：%s".formatted(file, e.getMessage()), e);
    }
  }

  void keepPortBase(int base) {
    Properties properties = new Properties();
    properties.setProperty(PORT_BASE, Integer.toString(base));
    try (Writer out = Files.newBufferedWriter(settings())) {
      properties.store(out, null);
    } catch (IOException e) {
      throw new NetworkException("%s 无法写入：%s".formatted(settings(), e.getMessage()), e);
    }
  }

  void create() {
    try {
      if (!Files.exists(root)) {
        // passwords and citizens' data: for the owner only
        Files.createDirectories(
            root,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      for (String folder : new String[] {"logs", "run", "nodes"}) {
        Files.createDirectories(root.resolve(folder));
      }
    } catch (IOException e) {
      throw new NetworkException("数据目录 %s 无法创建：%s".formatted(root, e.getMessage()), e);
    }
  }

  /** Deletes what a network keeps; refuses a folder that does not look like one. */
  void delete() {
    if (!Files.exists(root)) {
      return;
    }
    if (!Files.isDirectory(root.resolve("run"))) {
      throw new NetworkException("%s 不是热线网络的数据目录，未删除任何内容".formatted(root));
    }
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new NetworkException("数据目录 %s 无法删除：%s".formatted(root, e.getMessage()), e);
    }
  }

  private Path settings() {
    return root.resolve("network.properties");
  }

  private static String secret(Path file) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      return Secrets.readOrCreate(file);
    } catch (IOException e) {
      throw new NetworkException("密码文件 %s 无法读写：%s".formatted(file, e.getMessage()), e);
    }
  }
}
