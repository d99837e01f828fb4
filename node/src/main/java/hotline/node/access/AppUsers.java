package hotline.node.access;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts of this node. */
@Transactional
@JdbcRepository(dialect = Dialect.MYSQL)
interface AppUsers extends GenericRepository<AppUser, Long> {

  Optional<AppUser> findByUsername(String username);

  List<AppUser> listOrderByUsername();

  List<AppUser> findByUsernameIn(Collection<String> usernames);

  long count();

  List<AppUser> saveAll(Iterable<AppUser> users);

  /** Counts a failure and locks the account once {@code limit} has been reached. */
  @Query(
      """
      UPDATE app_user
         SET locked_until = IF(failures + 1 >= :limit, :until, locked_until),
             failures = IF(failures + 1 >= :limit, 0, failures + 1)
       WHERE username = :username
      """)
  long recordFailure(String username, int limit, Instant until);

  @Query("UPDATE app_user SET failures = 0, locked_until = NULL WHERE username = :username")
  long clearFailures(String username);
}
