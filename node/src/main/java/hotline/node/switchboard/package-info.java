/**
 * Where calls are reported, routed and passed on, missed ones worked off, and abusers kept away.
 */
@NullMarked
package hotline.node.switchboard;

import org.jspecify.annotations.NullMarked;
