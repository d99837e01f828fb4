/** The values that every part of the sync module shares: node codes and transactions. */
@NullMarked
package hotline.sync;

import org.jspecify.annotations.NullMarked;
