/** Hotline numbers and how they are merged with 12345: pure decisions. */
@NullMarked
package hotline.node.line;

import org.jspecify.annotations.NullMarked;
