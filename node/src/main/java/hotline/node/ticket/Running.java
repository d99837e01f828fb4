package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that somebody has still to meet.
 *
 * @param order the order that it is about; null when it is about the whole
 * @param from when it started to run
 */
public record Running(Watch watch, @Nullable AssignmentId order, Instant from, Deadline deadline) {}
