/** The embedded broker: Apache Pulsar standalone, run in the foreground from Maven artifacts. */
@NullMarked
package hotline.local.pulsar;

import org.jspecify.annotations.NullMarked;
