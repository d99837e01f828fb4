package hotline.node.view;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A page of a list.
 *
 * @param total how many there are in all
 * @param atLeast whether there are more than {@code total}, and nobody has counted how many
 * @param page number of this page, from 0
 */
@Serdeable
public record PageView<T>(List<T> items, long total, boolean atLeast, int page, int size) {

  /** Of a list that is counted whole. */
  public PageView(List<T> items, long total, int page, int size) {
    this(items, total, false, page, size);
  }
}
