/** Sends lists of any length as files, row by row. */
@NullMarked
package hotline.node.export;

import org.jspecify.annotations.NullMarked;
