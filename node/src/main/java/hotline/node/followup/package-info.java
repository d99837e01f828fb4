/** The page on which citizens rate the answer that they were given. */
@NullMarked
package hotline.node.followup;

import org.jspecify.annotations.NullMarked;
