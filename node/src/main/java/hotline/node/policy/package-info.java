/** The rules of a node as data: limits, switches and grounds, read from a policy file. */
@NullMarked
package hotline.node.policy;

import org.jspecify.annotations.NullMarked;
