package hotline.node.intake;

import java.util.HashSet;
import java.util.Set;

/**
 * How much of a text stands in another one, by pairs of neighbouring characters: good enough for
 * Chinese without cutting it into words. Pure.
 */
final class Likeness {

  private final Set<String> pairs;

  private Likeness(Set<String> pairs) {
    this.pairs = pairs;
  }

  static Likeness to(String text) {
    return new Likeness(pairs(text));
  }

  /** The share of this text's pairs that stand in the other: 0 to 1; 0 for a text without any. */
  double of(String other) {
    if (pairs.isEmpty()) {
      return 0;
    }
    Set<String> shared = pairs(other);
    shared.retainAll(pairs);
    return (double) shared.size() / pairs.size();
  }

  private static Set<String> pairs(String text) {
    String plain = text.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < plain.length(); i++) {
      pairs.add(plain.substring(i, i + 2));
    }
    return pairs;
  }
}
