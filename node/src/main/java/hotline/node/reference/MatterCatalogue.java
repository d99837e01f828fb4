package hotline.node.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A version of the catalogue of matters (CLS-07, CLS-11). */
public final class MatterCatalogue {

  private static final int FEWEST_LETTERS = 2;

  private final int version;
  private final Map<String, Matter> matters = new LinkedHashMap<>();

  /**
   * A version.
   *
   * @param version 0 for the one that comes with the program
   * @param matters with codes of their own
   */
  public MatterCatalogue(int version, List<Matter> matters) {
    this.version = version;
    matters.forEach(matter -> this.matters.put(matter.code(), matter));
  }

  /** The one that comes with the program. */
  public static MatterCatalogue bundled() {
    return new MatterCatalogue(0, CatalogueCsv.parse(bundledText()).matters());
  }

  /** Its text. */
  public static String bundledText() {
    return ReferenceFiles.matters();
  }

  public int version() {
    return version;
  }

  public Collection<Matter> matters() {
    return matters.values();
  }

  public Optional<Matter> matter(String code) {
    return Optional.ofNullable(matters.get(code));
  }

  /**
   * The function that most matters of a matter's business category, the top of its path, are
   * attributed to (DSP-10).
   */
  public String functionOfCategory(Matter matter) {
    String category = category(matter);
    Map<String, Integer> counts = new LinkedHashMap<>();
    matters.values().stream()
        .filter(other -> category(other).equals(category))
        .forEach(other -> counts.merge(other.function(), 1, Integer::sum));
    return counts.entrySet().stream()
        .reduce((first, next) -> next.getValue() > first.getValue() ? next : first)
        .map(Map.Entry::getKey)
        .orElse(matter.function());
  }

  private static String category(Matter matter) {
    int end = matter.path().indexOf('/');
    return end < 0 ? matter.path() : matter.path().substring(0, end);
  }

  /**
   * What the words of an appeal look like, the likeliest first (CLS-08); people decide. A matter is
   * recognised by its words and by its own name, and the more so the longer what is found.
   */
  public List<Matter> recognisedIn(String text, int most) {
    return matters.values().stream()
        .map(matter -> Map.entry(likeness(matter, text), matter))
        .filter(entry -> entry.getKey() > 0)
        .sorted(Comparator.comparing(entry -> -entry.getKey()))
        .limit(most)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static int likeness(Matter matter, String text) {
    int likeness = 0;
    for (String word : matter.words()) {
      likeness += text.contains(word) ? 2 * word.length() : 0;
    }
    for (String part : matter.name().split("与|和", -1)) {
      likeness += part.length() >= FEWEST_LETTERS && text.contains(part) ? part.length() : 0;
    }
    return likeness;
  }
}
