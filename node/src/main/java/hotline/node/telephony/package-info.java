/** Calls, and the calls that are owed to those who did not get through: pure decisions. */
@NullMarked
package hotline.node.telephony;

import org.jspecify.annotations.NullMarked;
