package hotline.node.federation;

import hotline.sync.NodeCode;
import hotline.sync.command.CommandLink;
import hotline.sync.command.TargetStatus;
import hotline.sync.command.TargetStatus.CircuitState;
import hotline.sync.link.NodeLink;
import hotline.sync.stream.StreamEngine;
import hotline.sync.stream.StreamStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which neighbours this node gets through to at present, as far as this process has tried. */
@Singleton
public final class ChildLinks {

  private final NodeLink link;
  private final CommandLink commands;
  private final StreamEngine streams;

  ChildLinks(NodeLink link, CommandLink commands, StreamEngine streams) {
    this.link = link;
    this.commands = commands;
    this.streams = streams;
  }

  /** The admitted children to whom commands get through, and who answer about their streams. */
  Set<NodeCode> reached() {
    Map<NodeCode, TargetStatus> targets =
        commands.status().stream()
            .collect(Collectors.toMap(TargetStatus::target, Function.identity()));
    Set<NodeCode> troubled =
        streams.status().children().stream()
            .filter(child -> !child.trouble().isEmpty())
            .map(StreamStatus.Link::code)
            .collect(Collectors.toSet());
    return link.tree().children().stream()
        .filter(child -> !troubled.contains(child) && isConnected(targets.get(child)))
        .collect(Collectors.toSet());
  }

  /** Whether commands get through; a neighbour that was sent none yet is taken for reachable. */
  public static boolean isConnected(@Nullable TargetStatus target) {
    return target == null
        || (target.circuit() != CircuitState.OPEN && target.lastError().isEmpty());
  }
}
