/** What the module's tests share. */
@NullMarked
package hotline.sync.testing;

import org.jspecify.annotations.NullMarked;
