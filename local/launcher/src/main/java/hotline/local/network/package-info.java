/** The whole network on one machine: which processes it has, how they start, stop and are found. */
@NullMarked
package hotline.local.network;

import org.jspecify.annotations.NullMarked;
