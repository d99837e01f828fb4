/** Working time: holidays, make-up workdays, limits, and the deadlines that follow from them. */
@NullMarked
package hotline.node.calendar;

import org.jspecify.annotations.NullMarked;
