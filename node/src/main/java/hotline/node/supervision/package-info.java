/** The life of a supervision 督办: an immutable value and the pure decisions that change it. */
@NullMarked
package hotline.node.supervision;

import org.jspecify.annotations.NullMarked;
