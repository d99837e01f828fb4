/**
 * Working matters out with emergency numbers and public utilities, both ways, by their platforms
 * (EMG-01 to EMG-06).
 */
@NullMarked
package hotline.node.linkage;

import org.jspecify.annotations.NullMarked;
