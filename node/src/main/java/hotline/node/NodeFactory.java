package hotline.node;

import hotline.sync.Transactions;
import hotline.sync.jdbc.JdbcTransactions;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.context.annotation.Value;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** What every part of a node works with: the clock and the database's transactions. */
@Factory
final class NodeFactory {

  /** A test puts its own in place. */
  @Singleton
  @Secondary
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  Transactions transactions(
      DataSource dataSource, @Value("${datasources.default.url}") String databaseUrl) {
    DatabaseUrl.checked(databaseUrl);
    return new JdbcTransactions(DelegatingDataSource.unwrapDataSource(dataSource));
  }
}
