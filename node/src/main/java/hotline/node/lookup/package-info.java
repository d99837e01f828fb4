/** Asking departments' own systems, where they have opened them to the hotline. */
@NullMarked
package hotline.node.lookup;

import org.jspecify.annotations.NullMarked;
