/** Bytes under their hash: on disk or in storage that speaks S3. */
@NullMarked
package hotline.node.blob;

import org.jspecify.annotations.NullMarked;
