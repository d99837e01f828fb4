package hotline.node.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the assignee says it did (RVS-01).
 *
 * @param round 1 for the first dispatch, more after a redo
 * @param review null while not reviewed
 */
public record Reply(
    String content,
    boolean resolved,
    boolean contactedRequester,
    int round,
    Instant at,
    Actor by,
    @Nullable Verdict review) {

  Reply reviewed(Verdict review) {
    return new Reply(content, resolved, contactedRequester, round, at, by, review);
  }

  /** What a unit feeds back when it may stop handling (ACC-14): approved with the request. */
  static Reply ofStopped(Request request) {
    return new Reply(
        "停止办理：" + request.reason(),
        false,
        false,
        request.round(),
        request.at(),
        request.by(),
        request.verdict());
  }
}
