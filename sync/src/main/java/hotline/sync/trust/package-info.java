/**
 * Who is who: node certificates, enrolment, batch signatures, and each node's place in the tree.
 */
@NullMarked
package hotline.sync.trust;

import org.jspecify.annotations.NullMarked;
