package hotline.node.view;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of tickets.
 *
 * @param total how many there are in all
 * @param atLeast whether there are more than {@code total}, and nobody has counted how many
 * @param page number of this page, from 0
 * @param words what was looked for, taken apart: each of them is in every ticket
 * @param indexed how much of the tickets could be searched, in percent, while the search index is
 *     being built: there may be more to find. Absent when all of them were searched.
 */
@Serdeable
public record TicketPage(
    List<TicketRow> items,
    long total,
    boolean atLeast,
    int page,
    int size,
    List<String> words,
    @Nullable Integer indexed) {}
