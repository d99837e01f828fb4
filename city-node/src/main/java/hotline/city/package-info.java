/** What makes a node a city's. */
@NullMarked
package hotline.city;

import org.jspecify.annotations.NullMarked;
