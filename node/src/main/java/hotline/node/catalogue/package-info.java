/** The versions of the node's catalogue of matters: imported, previewed, changed, handed down. */
@NullMarked
package hotline.node.catalogue;

import org.jspecify.annotations.NullMarked;
