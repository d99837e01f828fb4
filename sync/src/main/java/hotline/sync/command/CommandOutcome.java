package hotline.sync.command;

/** What became of a command at its target. */
public sealed interface CommandOutcome {

  /** Carried out; {@code result} is opaque to the link. */
  record Done(byte[] result) implements CommandOutcome {}

  /**
   * Refused for a business reason, for good.
   *
   * @param errorCode stable number of the project's error code
   * @param message in Chinese: what was given and what was expected
   */
  record Refused(int errorCode, String errorName, String message) implements CommandOutcome {}
}
