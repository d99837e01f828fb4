/** What citizens do by themselves: hand appeals in, add photos, see how they stand. */
@NullMarked
package hotline.node.portal;

import org.jspecify.annotations.NullMarked;
