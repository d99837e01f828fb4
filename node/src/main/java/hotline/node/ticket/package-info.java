/**
 * A ticket's life: tickets and assignments as immutable values, and the pure decisions that change
 * them.
 */
@NullMarked
package hotline.node.ticket;

import org.jspecify.annotations.NullMarked;
