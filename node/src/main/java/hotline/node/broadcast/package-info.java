/** Reference documents that a node publishes for itself and for all nodes below it. */
@NullMarked
package hotline.node.broadcast;

import org.jspecify.annotations.NullMarked;
