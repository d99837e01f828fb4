/** Starts, kills and restarts the embedded database and broker, each a process of its own. */
@NullMarked
package hotline.local.servers;

import org.jspecify.annotations.NullMarked;
