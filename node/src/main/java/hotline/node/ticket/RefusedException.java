package hotline.node.ticket;

import hotline.node.classification.Labelled;
import hotline.node.error.ErrorCode;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A refusal on its way out of a decision, and the checks that many decisions share. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String text;

  /**
   * @param text in Chinese: what was given and what was expected
   */
  RefusedException(ErrorCode code, String text) {
    // a refusal is an ordinary answer: no stack trace
    super(text, null, false, false);
    this.code = code;
    this.text = text;
  }

  <E> Decision<E> decision() {
    return new Decision.Refused<>(code, text);
  }

  static void require(boolean condition, ErrorCode code, String text) throws RefusedException {
    if (!condition) {
      throw new RefusedException(code, text);
    }
  }

  static String requireText(@Nullable String given, ErrorCode code, String what)
      throws RefusedException {
    if (given == null || given.isBlank()) {
      throw new RefusedException(code, what + "不能为空");
    }
    return given.strip();
  }

  static RefusedException state(
      String what, Labelled state, Labelled wanted, Collection<? extends Labelled> allowed) {
    String possible =
        allowed.isEmpty()
            ? "没有可做的操作"
            : "可以" + allowed.stream().map(Labelled::label).collect(Collectors.joining("、"));
    return new RefusedException(
        ErrorCode.STATE_FORBIDS,
        what + "当前为“" + state.label() + "”，不能" + wanted.label() + "；" + possible);
  }
}
