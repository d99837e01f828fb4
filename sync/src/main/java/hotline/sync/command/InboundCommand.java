package hotline.sync.command;

import hotline.sync.NodeCode;
import java.time.Instant;

/** A command that arrived, from a peer whose certificate has been checked. */
public record InboundCommand(
    CommandId id,
    NodeCode sender,
    String orderingKey,
    String type,
    byte[] payload,
    Instant writtenAt) {}
