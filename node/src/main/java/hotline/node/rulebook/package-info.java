/**
 * The versions of the node's policy and calendar: kept, loaded, previewed, changed and handed down.
 */
@NullMarked
package hotline.node.rulebook;

import org.jspecify.annotations.NullMarked;
