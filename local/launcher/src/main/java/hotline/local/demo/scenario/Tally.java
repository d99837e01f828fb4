package hotline.local.demo.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what was done at each node and what went wrong. Safe for use by many threads. */
public final class Tally {

  private static final int KEPT = 20;

  private final Map<String, Map<Act, LongAdder>> counts = new ConcurrentHashMap<>();
  private final LongAdder acts = new LongAdder();
  private final LongAdder problemCount = new LongAdder();
  private final Set<String> problems = new LinkedHashSet<>();

  void add(String node, Act act) {
    counts
        .computeIfAbsent(node, code -> new ConcurrentHashMap<>())
        .computeIfAbsent(act, a -> new LongAdder())
        .increment();
    acts.increment();
  }

  /** Notes something that should not have happened; the first different ones are kept in words. */
  public void problem(String description) {
    problemCount.increment();
    synchronized (problems) {
      if (problems.size() < KEPT) {
        problems.add(description);
      }
    }
  }

  public long count(String node, Act act) {
    Map<Act, LongAdder> ofNode = counts.get(node);
    LongAdder count = ofNode == null ? null : ofNode.get(act);
    return count == null ? 0 : count.sum();
  }

  /** How often it was done at all nodes together. */
  public long count(Act act) {
    return counts.keySet().stream().mapToLong(node -> count(node, act)).sum();
  }

  /** How much was done so far, of whatever kind. */
  public long acts() {
    return acts.sum();
  }

  public long problems() {
    return problemCount.sum();
  }

  /** The first problems, in words. */
  public List<String> problemTexts() {
    synchronized (problems) {
      return List.copyOf(problems);
    }
  }
}
