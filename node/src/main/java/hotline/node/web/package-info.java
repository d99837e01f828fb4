/** What every page and answer has in common: problems, security headers, the console's files. */
@NullMarked
package hotline.node.web;

import org.jspecify.annotations.NullMarked;
