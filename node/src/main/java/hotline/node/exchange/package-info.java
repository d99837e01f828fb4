/**
 * The interface standard by which departments' own systems keep the hub in step (TOP-06, XTR-04).
 */
@NullMarked
package hotline.node.exchange;

import org.jspecify.annotations.NullMarked;
