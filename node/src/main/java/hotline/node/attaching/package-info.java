/** Files of tickets at work: brought, checked, told of, fetched from other nodes, given out. */
@NullMarked
package hotline.node.attaching;

import org.jspecify.annotations.NullMarked;
