/** The gRPC links between neighbour nodes: mutual TLS, peer identity, channels. */
@NullMarked
package hotline.sync.link;

import org.jspecify.annotations.NullMarked;
