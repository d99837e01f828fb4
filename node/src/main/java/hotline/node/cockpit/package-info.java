/** The leader's cockpit: how things stand, in figures that each open the tickets behind them. */
@NullMarked
package hotline.node.cockpit;

import org.jspecify.annotations.NullMarked;
