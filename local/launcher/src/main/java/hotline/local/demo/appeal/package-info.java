/** Where the appeals of the demo and of an import come from: made up from templates, or a file. */
@NullMarked
package hotline.local.demo.appeal;

import org.jspecify.annotations.NullMarked;
