/** Questions with their answers: reported by units, published by reviewers, found by people. */
@NullMarked
package hotline.node.knowledge;

import org.jspecify.annotations.NullMarked;
