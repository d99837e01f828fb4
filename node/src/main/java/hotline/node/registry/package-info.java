/**
 * What an administrator keeps about the hotline itself: its numbers, who is on duty, who
 * coordinates.
 */
@NullMarked
package hotline.node.registry;

import org.jspecify.annotations.NullMarked;
