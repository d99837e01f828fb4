/**
 * The record stream: journal, sequencer, publisher, receiver, refill, heads. Moves opaque records.
 */
@NullMarked
package hotline.sync.stream;

import org.jspecify.annotations.NullMarked;
