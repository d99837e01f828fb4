/** States what happened in the network and whether every record arrived everywhere above. */
@NullMarked
package hotline.local.demo.summary;

import org.jspecify.annotations.NullMarked;
