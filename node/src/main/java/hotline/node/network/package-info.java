/** The network as this node sees it: neighbours, streams, commands on their way, enrolment. */
@NullMarked
package hotline.node.network;

import org.jspecify.annotations.NullMarked;
