/** Carries out once what people send, however often it arrives. */
@NullMarked
package hotline.node.submission;

import org.jspecify.annotations.NullMarked;
