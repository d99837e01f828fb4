/** Keeps tickets' files and shows them. */
@NullMarked
package hotline.node.filing;

import org.jspecify.annotations.NullMarked;
