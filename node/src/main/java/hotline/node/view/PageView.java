package hotline.node.view;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A page of a list.
 *
 * @param total how many there are in all
 * @param page number of this page, from 0
 */
@Serdeable
public record PageView<T>(List<T> items, long total, int page, int size) {}
