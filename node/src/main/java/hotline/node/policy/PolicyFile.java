package hotline.node.policy;

/** The short ways to a {@link Policy}. */
public final class PolicyFile {

  private PolicyFile() {}

  /**
   * A policy that comes with the program: {@code qingyang}, {@code baotou}, {@code nanjing}, {@code
   * changzhou} or {@code province}.
   *
   * @throws PolicyException when there is none of this name
   */
  public static Policy bundled(String name) {
    return PolicyDocument.bundled(name).resolve(null).policy();
  }

  /**
   * Reads a policy.
   *
   * @param file its name, for messages
   * @throws PolicyException naming file, line, key, what was given and what is allowed
   */
  public static Policy read(String file, String text) {
    return PolicyDocument.parse(file, text).resolve(null).policy();
  }
}
