/** Tells open consoles at once that something has changed, and who has a ticket open. */
@NullMarked
package hotline.node.live;

import org.jspecify.annotations.NullMarked;
