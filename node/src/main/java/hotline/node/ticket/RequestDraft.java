package hotline.node.ticket;

import hotline.node.classification.RequestKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request as its maker words it.
 *
 * @param workingDays how much more time, 0 where it is not about time or where {@code until} says
 * @param until the day that was agreed with the citizen, null where none was (LIF-10)
 */
public record RequestDraft(
    RequestKind kind,
    String reason,
    @Nullable String basis,
    int workingDays,
    @Nullable LocalDate until,
    boolean requesterInformed,
    boolean requesterConsents) {}
