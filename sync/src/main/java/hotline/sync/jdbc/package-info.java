/** Transactions over a plain JDBC data source, and leases kept in the database. */
@NullMarked
package hotline.sync.jdbc;

import org.jspecify.annotations.NullMarked;
