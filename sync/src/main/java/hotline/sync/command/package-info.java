/**
 * The command link: durable, ordered, idempotent delivery of opaque commands to neighbour nodes.
 */
@NullMarked
package hotline.sync.command;

import org.jspecify.annotations.NullMarked;
