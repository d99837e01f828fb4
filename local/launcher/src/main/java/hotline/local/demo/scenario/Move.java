package hotline.local.demo.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The next thing that somebody does at a node.
 *
 * @param user who does it
 * @param action and {@code body}: the request
 * @param counted what it counts as
 * @param affects the codes of the neighbours that get work by it
 * @param then what the same user does right afterwards
 */
record Move(
    String user,
    String action,
    Map<String, ?> body,
    List<Act> counted,
    Set<String> affects,
    @Nullable Move then) {

  static Move of(String user, String action, Map<String, ?> body, Act... counted) {
    return new Move(user, action, body, List.of(counted), Set.of(), null);
  }

  Move affecting(Set<String> nodes) {
    return new Move(user, action, body, counted, nodes, then);
  }

  Move then(Move next) {
    return new Move(user, action, body, counted, affects, next);
  }
}
