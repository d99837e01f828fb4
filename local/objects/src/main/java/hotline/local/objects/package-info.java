/** Object storage that speaks S3, in memory: for the tests. */
@NullMarked
package hotline.local.objects;

import org.jspecify.annotations.NullMarked;
