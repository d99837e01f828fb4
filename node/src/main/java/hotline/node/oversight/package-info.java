/** Watches over the work of units and nodes below: supervisions, their triggers, and figures. */
@NullMarked
package hotline.node.oversight;

import org.jspecify.annotations.NullMarked;
