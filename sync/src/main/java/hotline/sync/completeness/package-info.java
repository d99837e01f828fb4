/** What a node certifies, with its signature, of the streams that it holds. */
@NullMarked
package hotline.sync.completeness;

import org.jspecify.annotations.NullMarked;
