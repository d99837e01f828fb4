/** The command line program behind the {@code hotline} script. */
@NullMarked
package hotline.local.launcher;

import org.jspecify.annotations.NullMarked;
