/**
 * How an appeal is classified: the code lists that every node of the network shares, with their
 * Chinese labels.
 */
@NullMarked
package hotline.node.classification;

import org.jspecify.annotations.NullMarked;
