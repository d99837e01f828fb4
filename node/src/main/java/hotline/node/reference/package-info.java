/** What people choose from: handling units, matters, regions and the labels of every value. */
@NullMarked
package hotline.node.reference;

import org.jspecify.annotations.NullMarked;
