/** Abuse of the hotline and what is done about it: pure decisions. */
@NullMarked
package hotline.node.abuse;

import org.jspecify.annotations.NullMarked;
