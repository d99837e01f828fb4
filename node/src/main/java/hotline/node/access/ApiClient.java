package hotline.node.access;

import hotline.node.classification.ClientKind;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.ticket.Actor;
import java.util.Set;

/**
 * Another system that calls, after it has shown its key.
 *
 * @param scope what it may speak for: a line's number, channels; empty for everything of its kind
 */
public record ApiClient(String id, ClientKind kind, Set<String> scope) {

  public ApiClient {
    scope = Set.copyOf(scope);
  }

  public Actor actor() {
    return Actor.client(id);
  }

  /**
   * Demands that it may speak for something.
   *
   * @throws RefusedException when it may not
   */
  public void require(String subject) {
    if (!scope.isEmpty() && !scope.contains(subject)) {
      throw new RefusedException(
          ErrorCode.FORBIDDEN,
          "接口账号 " + id + " 只限用于 " + String.join("、", scope) + "，不能用于 " + subject);
    }
  }
}
