package hotline.node.archive;

import hotline.node.classification.ArchiveKind;

/**
 * A kind of which the file holds nothing.
 *
 * @param applicable false when there can be none, as no recording of a letter
 */
public record Missing(ArchiveKind kind, boolean applicable, String reason) {}
