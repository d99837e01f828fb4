/** What is kept of a ticket for good: its file, classified, with what is missing in it. */
@NullMarked
package hotline.node.archive;

import org.jspecify.annotations.NullMarked;
