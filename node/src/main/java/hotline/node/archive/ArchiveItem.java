package hotline.node.archive;

import hotline.node.classification.ArchiveKind;
import java.time.Instant;

/**
 * One thing in a ticket's file.
 *
 * @param reference where it lies: an id of this network, or the address that it was added with
 */
public record ArchiveItem(ArchiveKind kind, String title, String reference, Instant at) {}
