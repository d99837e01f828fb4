package hotline.node.line;

import hotline.node.classification.MergeMode;
import hotline.node.line.Line.Transition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a call to a number rings, and what the caller hears first (TOP-03, TOP-10, TOP-18).
 *
 * @param to the number at which it rings
 * @param prompt what the caller hears, null for nothing
 */
public record Routing(Action action, String to, @Nullable String prompt) {

  /** What the exchange does with the call. */
  public enum Action {
    /** It rings at the number's own desk. */
    ANSWER,
    /** It rings at another number. */
    FORWARD,
    /** The caller only hears the prompt. */
    REJECT
  }

  /**
   * Routes a call.
   *
   * @param hub the number under which everything is answered, 12345
   */
  public static Routing of(Line line, String hub, Instant now) {
    if (line.cancelled()) {
      return new Routing(Action.REJECT, hub, "您拨打的号码已并入" + hub + "，请拨打" + hub + "。");
    }
    Transition transition = line.transition();
    String prompt = transition != null && transition.lasts(now) ? transition.prompt() : null;
    return line.mode().number() == MergeMode.Number.OWN_DESK
        ? new Routing(Action.ANSWER, line.number().value(), prompt)
        : new Routing(Action.FORWARD, hub, prompt);
  }
}
