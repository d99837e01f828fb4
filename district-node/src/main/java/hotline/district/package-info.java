/** What makes a node a district's. */
@NullMarked
package hotline.district;

import org.jspecify.annotations.NullMarked;
