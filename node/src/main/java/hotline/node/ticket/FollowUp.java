package hotline.node.ticket;

import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.RatingSource;
import hotline.node.classification.Satisfaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rating of one answer 回访.
 *
 * @param round which answer it is about: 1 for the first, more after a redo
 */
public record FollowUp(
    Instant at,
    Actor by,
    FollowUpChannel channel,
    Satisfaction satisfaction,
    boolean solved,
    RatingSource source,
    int round,
    @Nullable String comment) {}
