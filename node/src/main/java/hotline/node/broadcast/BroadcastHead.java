package hotline.node.broadcast;

import hotline.sync.NodeCode;
import java.time.Instant;

/** The newest version of a document, without its content. */
public record BroadcastHead(
    NodeCode publisher,
    String kind,
    String key,
    long version,
    Instant publishedAt,
    boolean withdrawn) {}
