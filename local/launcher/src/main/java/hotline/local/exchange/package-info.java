/** Plays a telephone exchange before a node of the network on this machine. */
@NullMarked
package hotline.local.exchange;

import org.jspecify.annotations.NullMarked;
