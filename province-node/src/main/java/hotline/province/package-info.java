/** What makes a node a province's. */
@NullMarked
package hotline.province;

import org.jspecify.annotations.NullMarked;
