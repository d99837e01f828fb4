/** What people do to tickets and assignments, by HTTP. */
@NullMarked
package hotline.node.handling;

import org.jspecify.annotations.NullMarked;
