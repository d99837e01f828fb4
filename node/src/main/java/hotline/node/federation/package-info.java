/** This node among the others: its identity, links, streams, commands and replicas. */
@NullMarked
package hotline.node.federation;

import org.jspecify.annotations.NullMarked;
