/** Benchmarks, one command each. */
@NullMarked
package hotline.bench;

import org.jspecify.annotations.NullMarked;
