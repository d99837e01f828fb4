/** Whole trees of real nodes for tests, on a real database and a real broker, and their faults. */
@NullMarked
package hotline.testkit;

import org.jspecify.annotations.NullMarked;
