package hotline.node.desk;

import hotline.node.view.FreeText;
import hotline.node.view.Named;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param tier of the node where it happened; null when it is not known here
 * @param title in Chinese
 * @param origin code of the node whose record says so
 * @param position of the record in that node's stream; null for this node's own
 */
@Serdeable
record TimelineView(
    OffsetDateTime at,
    Named node,
    @Nullable String tier,
    String type,
    String title,
    String actor,
    @FreeText @Nullable String text,
    String origin,
    @Nullable Long position) {}
