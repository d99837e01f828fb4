package hotline.sync.trust;

import hotline.v1.SchemaVersion;

/**
 * What a node runs, as it says itself.
 *
 * @param software the program's version, for people to read; cut to 100 characters
 * @param schema the number of the shared schema that the program was built from; grows with every
 *     change of it
 */
public record NodeVersion(String software, int schema) {

  private static final int LONGEST = 100;

  public NodeVersion {
    software = software.strip();
    software = software.substring(0, Math.min(LONGEST, software.length()));
  }

  /** The version of the program that runs here. */
  public static NodeVersion running(String software) {
    return new NodeVersion(software, SchemaVersion.SCHEMA_VERSION_CURRENT.getNumber());
  }
}
