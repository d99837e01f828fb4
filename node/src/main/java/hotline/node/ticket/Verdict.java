package hotline.node.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The holder's word on a return, an extension or a reply. */
public record Verdict(boolean approved, @Nullable String opinion, Instant at, Actor by) {}
