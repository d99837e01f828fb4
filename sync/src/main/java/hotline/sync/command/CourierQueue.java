package hotline.sync.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Waiting commands of one target, one line for each ordering key: only the head of a line is ever
 * on its way, and a line whose head has to wait holds up nobody else. Not thread-safe.
 */
final class CourierQueue {

  private final Map<String, Line> lines = new HashMap<>();
  private final Map<CommandId, Outgoing> byId = new HashMap<>();

  /** Lines whose head may be sent, by the head's sequence: oldest first. */
  private final TreeMap<Long, Line> ready = new TreeMap<>();

  private int blocked;

  private enum State {
    READY,
    IN_FLIGHT,
    BLOCKED
  }

  private static final class Line {
    final Deque<Outgoing> commands = new ArrayDeque<>();
    State state = State.READY;
  }

  int size() {
    return byId.size();
  }

  /** Commands that no repeat holds up. */
  int unblocked() {
    return byId.size() - blocked;
  }

  @Nullable Outgoing find(CommandId id) {
    return byId.get(id);
  }

  /** Sequence of the last command of a key, 0 when none waits. */
  long lastSequence(String key) {
    Line line = lines.get(key);
    return line == null ? 0 : line.commands.getLast().sequence;
  }

  void add(Outgoing command) {
    byId.put(command.commandId, command);
    Line line = lines.computeIfAbsent(command.key, key -> new Line());
    line.commands.add(command);
    if (line.state == State.BLOCKED) {
      command.payload = null;
      blocked++;
    } else if (line.commands.size() == 1) {
      ready.put(command.sequence, line);
    }
  }

  /** Takes the oldest command that may be sent; it is in flight from now on. */
  @Nullable Outgoing take() {
    Map.Entry<Long, Line> first = ready.pollFirstEntry();
    if (first == null) {
      return null;
    }
    first.getValue().state = State.IN_FLIGHT;
    return first.getValue().commands.getFirst();
  }

  /** Keeps a command from being sent because its answer has come after all. */
  void hold(Outgoing command) {
    Line line = line(command);
    if (line != null && line.commands.getFirst() == command) {
      unblock(line);
      ready.remove(command.sequence);
      line.state = State.IN_FLIGHT;
    }
  }

  /** A command in flight did not arrive: it may be sent again. */
  void giveBack(Outgoing command) {
    Line line = line(command);
    if (line != null) {
      line.state = State.READY;
      ready.put(command.sequence, line);
    }
  }

  /** A command in flight has to wait, and its line with it, until {@link #release}. */
  void block(Outgoing command) {
    Line line = line(command);
    if (line != null && line.state != State.BLOCKED) {
      ready.remove(command.sequence);
      line.state = State.BLOCKED;
      blocked += line.commands.size();
      line.commands.forEach(waiting -> waiting.payload = null);
    }
  }

  /** Ends a {@link #block}; without effect on a command that is gone or not blocked. */
  void release(Outgoing command) {
    Line line = line(command);
    if (line != null && line.state == State.BLOCKED) {
      unblock(line);
      ready.put(line.commands.getFirst().sequence, line);
    }
  }

  void releaseAll() {
    List<Line> all = new ArrayList<>(lines.values());
    for (Line line : all) {
      release(line.commands.getFirst());
    }
  }

  /** Takes a command out for good; those behind it must be read again before they are sent. */
  void remove(Outgoing command) {
    Line line = line(command);
    if (line == null) {
      return;
    }
    boolean head = line.commands.getFirst() == command;
    byId.remove(command.commandId);
    line.commands.remove(command);
    if (line.state == State.BLOCKED) {
      blocked--;
    }
    if (head) {
      ready.remove(command.sequence);
      unblock(line);
      line.state = State.READY;
    }
    if (line.commands.isEmpty()) {
      lines.remove(command.key);
    } else if (head) {
      ready.put(line.commands.getFirst().sequence, line);
    }
  }

  /** What was read of the commands of a key is out of date. */
  void outdate(String key) {
    Line line = lines.get(key);
    if (line != null) {
      line.commands.forEach(command -> command.payload = null);
    }
  }

  void clear() {
    lines.clear();
    byId.clear();
    ready.clear();
    blocked = 0;
  }

  private void unblock(Line line) {
    if (line.state == State.BLOCKED) {
      blocked -= line.commands.size();
      line.state = State.READY;
    }
  }

  private @Nullable Line line(Outgoing command) {
    return byId.get(command.commandId) == command ? lines.get(command.key) : null;
  }
}
