package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The tree below this node as it was read at one time. */
record TreeSnapshot(
    SortedMap<NodeCode, Entry> children,
    Set<NodeCode> admitted,
    Map<NodeCode, NodeCode> descendants,
    Instant readAt) {

  /** A child with the key under which it is enrolled. */
  record Entry(Child child, KeyHash keyHash) {}

  static TreeSnapshot of(
      SortedMap<NodeCode, Entry> children, Map<NodeCode, NodeCode> descendants, Instant readAt) {
    Set<NodeCode> admitted =
        children.values().stream()
            .map(Entry::child)
            .filter(child -> !child.revoked())
            .map(Child::code)
            .collect(Collectors.toUnmodifiableSet());
    return new TreeSnapshot(children, admitted, Map.copyOf(descendants), readAt);
  }

  boolean isFresh(Instant now, Duration limit) {
    return Duration.between(readAt, now).compareTo(limit) < 0;
  }

  TreeSnapshot asOf(Instant now) {
    return new TreeSnapshot(children, admitted, descendants, now);
  }

  Optional<Entry> admitted(NodeCode child) {
    return admitted.contains(child) ? Optional.ofNullable(children.get(child)) : Optional.empty();
  }

  Optional<NodeCode> childTowards(NodeCode node) {
    NodeCode child = children.containsKey(node) ? node : descendants.get(node);
    return Optional.ofNullable(child).filter(admitted::contains);
  }

  Collection<Child> details() {
    return children.values().stream().map(Entry::child).toList();
  }
}
