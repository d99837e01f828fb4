/** What both full-text indexes of a node, that of tickets and that of knowledge, need of Lucene. */
@NullMarked
package hotline.node.fulltext;

import org.jspecify.annotations.NullMarked;
