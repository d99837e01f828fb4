/** What happens because time has passed: deemed sign-for, silence that counts as satisfied. */
@NullMarked
package hotline.node.timer;

import org.jspecify.annotations.NullMarked;
