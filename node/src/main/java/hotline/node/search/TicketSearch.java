package hotline.node.search;

import hotline.node.store.TicketFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the index; what is null or empty does not narrow it.
 *
 * @param filter what the database could filter by, too; of that, what waits for somebody and what
 *     figures depend on is not in the index
 * @param words each of them in the title, the content, the place or a reply; or the number of
 *     another system
 * @param place a part of where it happened
 */
public record TicketSearch(
    TicketFilter filter, List<String> words, @Nullable String place, @Nullable Boolean enterprise) {

  public TicketSearch {
    words = List.copyOf(words);
  }

  /** In what order they are shown. */
  public enum Order {
    /** Those first that say it most. */
    RELEVANCE,
    NEWEST,
    OLDEST
  }

  /** Whether only the index knows the answer. */
  public boolean needsIndex() {
    return !words.isEmpty() || place != null || enterprise != null;
  }
}
