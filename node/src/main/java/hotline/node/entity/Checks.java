package hotline.node.entity;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import org.jspecify.annotations.Nullable;

/** The checks that decisions about entities share. */
public final class Checks {

  private Checks() {}

  /**
   * @param message in Chinese: what was given and what was expected
   */
  public static void require(boolean condition, ErrorCode code, String message) {
    if (!condition) {
      throw new RefusedException(code, message);
    }
  }

  /** The text without blanks around it; refused when there is none. */
  public static String requireText(@Nullable String given, ErrorCode code, String what) {
    if (given == null || given.isBlank()) {
      throw new RefusedException(code, what + "不能为空");
    }
    return given.strip();
  }
}
