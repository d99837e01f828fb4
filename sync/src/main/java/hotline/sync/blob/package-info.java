/** Bytes that are named by their hash, fetched from neighbours when they are wanted. */
@NullMarked
package hotline.sync.blob;

import org.jspecify.annotations.NullMarked;
