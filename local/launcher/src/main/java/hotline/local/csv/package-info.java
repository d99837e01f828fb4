/** Reads messages of citizens from CSV files of whatever origin. */
@NullMarked
package hotline.local.csv;

import org.jspecify.annotations.NullMarked;
