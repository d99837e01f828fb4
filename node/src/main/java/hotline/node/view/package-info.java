/** What the HTTP interface shows of tickets and assignments, personal data masked. */
@NullMarked
package hotline.node.view;

import org.jspecify.annotations.NullMarked;
