/** A hotline node: how it starts and what it is told when it does. */
@NullMarked
package hotline.node;

import org.jspecify.annotations.NullMarked;
