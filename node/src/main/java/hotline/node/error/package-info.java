/** What can go wrong, under numbers that stay the same for ever. */
@NullMarked
package hotline.node.error;

import org.jspecify.annotations.NullMarked;
