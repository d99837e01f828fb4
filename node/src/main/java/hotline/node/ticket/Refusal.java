package hotline.node.ticket;

import hotline.node.classification.RefusalGround;
import hotline.node.classification.WithheldCase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an appeal was not accepted and where the citizen can turn instead (ACC-12).
 *
 * @param withheld which of the four cases it is, when information was withheld (ACC-13)
 * @param earlier the ticket, or the document, by which the same was dealt with (ACC-07, ACC-10)
 */
public record Refusal(
    RefusalGround ground,
    String guidance,
    Instant at,
    Actor by,
    @Nullable WithheldCase withheld,
    @Nullable String earlier) {}
