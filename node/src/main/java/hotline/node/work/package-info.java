/**
 * The unit of work: the one place where commands meet tickets, whether they come by HTTP, gRPC or
 * timer.
 */
@NullMarked
package hotline.node.work;

import org.jspecify.annotations.NullMarked;
