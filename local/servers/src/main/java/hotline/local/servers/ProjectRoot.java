package hotline.local.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The checkout that the running program belongs to. */
public final class ProjectRoot {
  /** System property that names the checkout when the working directory is not inside it. */
  public static final String PROPERTY = "hotline.root";

  private ProjectRoot() {}

  /**
   * Returns the absolute path of the checkout: the property {@value #PROPERTY}, else the nearest
   * folder at or above the working directory that holds {@code local/servers/pom.xml}.
   *
   * @throws IllegalStateException when there is none
   */
  public static Path find() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return Path.of(named).toAbsolutePath().normalize();
    }
    Path start = Path.of("").toAbsolutePath();
    Optional<Path> folder = Optional.of(start);
    while (folder.isPresent()) {
      if (Files.exists(folder.get().resolve("local/servers/pom.xml"))) {
        return folder.get();
      }
      folder = Optional.ofNullable(folder.get().getParent());
    }
    throw new IllegalStateException(
        start + " is not inside the project; name it with -D" + PROPERTY + "=DIR");
  }
}
