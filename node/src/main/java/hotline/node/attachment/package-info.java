/** Files that belong to tickets: what is said about them, not their bytes. */
@NullMarked
package hotline.node.attachment;

import org.jspecify.annotations.NullMarked;
