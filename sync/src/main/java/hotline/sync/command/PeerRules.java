package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.trust.Tree;
import java.util.Map;
import java.util.Optional;

/**
 * Which commands may travel in which direction between a parent and its child; the one place where
 * a peer's right to command follows from its place in the tree. A type that is not listed travels
 * nowhere.
 */
public final class PeerRules {

  /** Number and name in the project's list of error codes: a peer asked for what is not its due. */
  static final int NOT_ALLOWED = 203;

  static final String NOT_ALLOWED_NAME = "NOT_A_NEIGHBOUR";

  static final int UNKNOWN_TYPE = 102;
  static final String UNKNOWN_TYPE_NAME = "UNKNOWN_TYPE";

  private final Map<String, Direction> directions;

  /** Where commands of a type may go. */
  public enum Direction {
    /** From a parent to its child. */
    DOWN,
    /** From a child to its parent. */
    UP,
    BOTH
  }

  /**
   * @param directions by command type
   */
  public PeerRules(Map<String, Direction> directions) {
    this.directions = Map.copyOf(directions);
  }

  /** Why {@code self} may not send such a command to {@code target}; empty when it may. */
  Optional<String> objectionToSending(Tree tree, NodeCode target, String type) {
    Direction direction = directions.get(type);
    if (direction == null) {
      return Optional.of("command type '" + type + "': expected one of " + directions.keySet());
    }
    boolean up = tree.parent().filter(target::equals).isPresent();
    boolean down = tree.children().contains(target);
    if (!up && !down) {
      return Optional.of("command for " + target + ": expected the parent or a child");
    }
    if (direction != Direction.BOTH && (direction == Direction.UP) != up) {
      return Optional.of("%s to %s: expected to go %s".formatted(type, target, direction));
    }
    return Optional.empty();
  }

  /** The refusal of a command that {@code sender} may not send here; empty when it may. */
  Optional<CommandOutcome.Refused> objectionToReceiving(Tree tree, NodeCode sender, String type) {
    Direction direction = directions.get(type);
    if (direction == null) {
      return Optional.of(
          new CommandOutcome.Refused(
              UNKNOWN_TYPE, UNKNOWN_TYPE_NAME, "本节点不认识指令“" + type + "”，请先升级本节点"));
    }
    boolean fromParent = tree.parent().filter(sender::equals).isPresent();
    boolean fromChild = tree.children().contains(sender);
    boolean allowed =
        (fromParent && direction != Direction.UP) || (fromChild && direction != Direction.DOWN);
    if (allowed) {
      return Optional.empty();
    }
    return Optional.of(
        new CommandOutcome.Refused(
            NOT_ALLOWED,
            NOT_ALLOWED_NAME,
            "节点%s无权向%s发送指令“%s”".formatted(sender, tree.self(), type)));
  }
}
