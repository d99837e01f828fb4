/** Speaks a node's HTTP interface as its users do. */
@NullMarked
package hotline.local.demo.client;

import org.jspecify.annotations.NullMarked;
