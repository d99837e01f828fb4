/** Where a node keeps its tickets: the only package besides the sync module's that speaks SQL. */
@NullMarked
package hotline.node.store;

import org.jspecify.annotations.NullMarked;
