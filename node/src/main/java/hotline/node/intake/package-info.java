/** How appeals come in: registration, duplicates, the citizen's own view. */
@NullMarked
package hotline.node.intake;

import org.jspecify.annotations.NullMarked;
