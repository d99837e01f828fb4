/** Traces tests to the requirements that they prove, and says which requirements nothing proves. */
@NullMarked
package hotline.requirements;

import org.jspecify.annotations.NullMarked;
