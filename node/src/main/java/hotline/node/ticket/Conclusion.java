package hotline.node.ticket;

import hotline.node.classification.ClosureKind;
import hotline.node.classification.Satisfaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the assignee is told when the ticket has ended. */
public record Conclusion(ClosureKind kind, @Nullable Satisfaction satisfaction, Instant at) {}
