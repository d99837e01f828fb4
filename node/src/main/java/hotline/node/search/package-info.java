/**
 * Finds tickets by what they say, in an index that follows the tickets and can always be rebuilt.
 */
@NullMarked
package hotline.node.search;

import org.jspecify.annotations.NullMarked;
