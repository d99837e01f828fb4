package hotline.sync.command;

import hotline.sync.NodeCode;
import java.time.Instant;

/** A command that has been tried in vain and goes on being tried. */
public record StuckCommand(
    CommandId id,
    NodeCode target,
    String orderingKey,
    String type,
    Instant writtenAt,
    int attempts,
    String lastError) {}
