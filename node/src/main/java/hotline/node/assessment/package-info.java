/** What assessments are made of: the facts about each order, taken from tickets and assignments. */
@NullMarked
package hotline.node.assessment;

import org.jspecify.annotations.NullMarked;
