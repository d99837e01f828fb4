package hotline.node.access;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What a password must be like: long, of several kinds of characters, and not the user's name. */
final class PasswordRule {

  static final int SHORTEST = 10;
  private static final int LONGEST = 128;
  private static final int KINDS = 3;

  private PasswordRule() {}

  /**
   * Demands that a password is a good one.
   *
   * @throws RefusedException {@code INVALID_INPUT}, which says what is missing but not the password
   */
  static void check(String username, String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw refused("密码应为 " + SHORTEST + " 至 " + LONGEST + " 位，收到 " + password.length() + " 位");
    }
    long kinds = kinds(password);
    if (kinds < KINDS) {
      throw refused("密码应含大写字母、小写字母、数字、其他符号中的至少 " + KINDS + " 种，收到 " + kinds + " 种");
    }
    if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
      throw refused("密码不能包含用户名");
    }
  }

  private static long kinds(String password) {
    return Stream.<IntPredicate>of(
            Character::isUpperCase,
            Character::isLowerCase,
            Character::isDigit,
            character -> !Character.isLetterOrDigit(character))
        .filter(kind -> password.chars().anyMatch(kind))
        .count();
  }

  private static RefusedException refused(String message) {
    return new RefusedException(ErrorCode.INVALID_INPUT, message);
  }
}
