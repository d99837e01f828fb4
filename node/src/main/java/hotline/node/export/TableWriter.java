package hotline.node.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a table one after the other; keeps none of them. Only {@link #finish} makes the
 * file whole: one that is left before that shows that it is not.
 */
public interface TableWriter {

  /** As many cells as there are headers; null for an empty one. */
  void row(List<@Nullable String> cells) throws IOException;

  void finish() throws IOException;
}
