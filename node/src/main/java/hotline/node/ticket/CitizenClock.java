package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock that the citizen sees: it runs from acceptance and is never reset.
 *
 * @param dispatchBy by when the ticket has to be dispatched (SLA-01)
 * @param due by when it has to be answered
 */
public record CitizenClock(
    Instant registeredAt,
    @Nullable Instant acceptedAt,
    @Nullable Deadline dispatchBy,
    @Nullable Deadline due) {}
