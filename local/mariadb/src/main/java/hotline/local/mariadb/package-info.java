/** The embedded database: a real MariaDB server, run in the foreground from a Maven artifact. */
@NullMarked
package hotline.local.mariadb;

import org.jspecify.annotations.NullMarked;
