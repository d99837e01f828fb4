/** Who may do what: users, roles, sessions, masking and the audit of reads. */
@NullMarked
package hotline.node.access;

import org.jspecify.annotations.NullMarked;
