/** Sends citizens what they are to be told, through a gateway that can be exchanged. */
@NullMarked
package hotline.node.notice;

import org.jspecify.annotations.NullMarked;
