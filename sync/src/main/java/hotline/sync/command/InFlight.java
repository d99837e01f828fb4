package hotline.sync.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commands that have been sent and wait for their answers. Not thread-safe. */
final class InFlight {

  private final Map<CommandId, Sent> sent = new HashMap<>();
  private int bytes;

  /**
   * A command on its way.
   *
   * @param at clock milliseconds
   */
  record Sent(Outgoing command, DeliverySession session, long at, int size) {}

  int size() {
    return sent.size();
  }

  /** Of all payloads. */
  int bytes() {
    return bytes;
  }

  boolean contains(CommandId id) {
    return sent.containsKey(id);
  }

  void add(Outgoing command, DeliverySession session, long at, int size) {
    sent.put(command.commandId, new Sent(command, session, at, size));
    bytes += size;
  }

  Optional<Sent> remove(CommandId id) {
    Optional<Sent> removed = Optional.ofNullable(sent.remove(id));
    removed.ifPresent(command -> bytes -= command.size());
    return removed;
  }

  /** Takes out what was sent in a session. */
  List<Outgoing> removeAll(DeliverySession session) {
    List<Outgoing> removed = new ArrayList<>();
    for (Sent command : List.copyOf(sent.values())) {
      if (command.session() == session) {
        remove(command.command().commandId);
        removed.add(command.command());
      }
    }
    return removed;
  }

  List<Sent> sentBefore(long time) {
    return sent.values().stream().filter(command -> command.at() < time).toList();
  }

  /**
   * Forgets everything.
   *
   * @return how many there were
   */
  int clear() {
    int count = sent.size();
    sent.clear();
    bytes = 0;
    return count;
  }
}
