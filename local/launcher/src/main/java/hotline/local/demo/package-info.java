/** What {@code hotline demo} and {@code hotline import} do once the network is up. */
@NullMarked
package hotline.local.demo;

import org.jspecify.annotations.NullMarked;
