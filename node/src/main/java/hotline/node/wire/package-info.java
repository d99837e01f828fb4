/** Between the domain's values and the shared protobuf schema: the only place that knows both. */
@NullMarked
package hotline.node.wire;

import org.jspecify.annotations.NullMarked;
