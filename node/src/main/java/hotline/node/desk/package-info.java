/** What people look at: lists, tickets in full, timelines, work counts. */
@NullMarked
package hotline.node.desk;

import org.jspecify.annotations.NullMarked;
