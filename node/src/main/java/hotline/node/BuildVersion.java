package hotline.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build of the program runs here, as nodes tell each other. */
public final class BuildVersion {

  private static final String RESOURCE = "/hotline/build.properties";

  private BuildVersion() {}

  /**
   * The program's version with the revision that it was built from, e.g. {@code 0.1.0+d37fec3021};
   * without the revision where the build was not told it.
   */
  public static String text() {
    Properties build = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = known(build.getProperty("version", ""));
    String revision = known(build.getProperty("revision", ""));
    return (version.isEmpty() ? "dev" : version) + (revision.isEmpty() ? "" : "+" + revision);
  }

  /** A placeholder that was not filled in says nothing. */
  private static String known(String value) {
    return value.startsWith("${") ? "" : value.strip();
  }
}
