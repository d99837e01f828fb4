/** Tests of the record stream. */
@NullMarked
package hotline.sync.stream;

import org.jspecify.annotations.NullMarked;
