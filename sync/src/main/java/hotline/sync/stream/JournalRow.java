package hotline.sync.stream;

import org.jspecify.annotations.Nullable;

/**
 * What one append left, not yet sequenced.
 *
 * @param records null when they are large: to be loaded one row at a time
 */
record JournalRow(long id, String stream, int size, byte @Nullable [] records) {}
