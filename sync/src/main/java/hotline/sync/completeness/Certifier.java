package hotline.sync.completeness;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.jdbc.DatabaseException;
import hotline.sync.stream.ReplicaReport;
import hotline.sync.stream.StreamEngine;
import hotline.sync.stream.StreamId;
import hotline.sync.stream.StreamStatus;
import hotline.sync.trust.SignedStatement;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Certifies, day by day, what a node holds of the streams from below (XTR-03). Each certificate
 * names the one before it, so none can be taken out or put in later without showing.
 */
public final class Certifier {

  private final NodeCode self;
  private final Transactions transactions;
  private final StreamEngine streams;
  private final Function<byte[], SignedStatement> signer;
  private final Clock clock;
  private final CertificateTable table = new CertificateTable();

  /**
   * A certifier of one node.
   *
   * @param signer signs a text as this node
   */
  public Certifier(
      NodeCode self,
      Transactions transactions,
      StreamEngine streams,
      Function<byte[], SignedStatement> signer,
      Clock clock) {
    this.self = self;
    this.transactions = transactions;
    this.streams = streams;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Looks at every stream, compares the replica tables, and keeps the signed result. Reads much:
   * meant for once a day, and for when somebody asks.
   */
  public CompletenessCertificate certify() {
    Map<StreamId, ReplicaReport> replicas = new HashMap<>();
    for (StreamId stream : streams.proof().streams()) {
      replicas.put(stream, streams.proof().replicas(stream));
    }
    StreamStatus status = streams.status();
    Map<StreamId, byte[]> statements = streams.proof().statements();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return inTransaction(
        tx -> {
          String previous = table.lockNewest(tx).map(CompletenessCertificate::hash).orElse("");
          CertificateText text = new CertificateText(self, now, previous);
          status.produced().forEach(text::produced);
          for (StreamStatus.Received held : status.received()) {
            ReplicaReport report = replicas.get(held.stream());
            if (report != null) {
              text.received(held, statements.getOrDefault(held.stream(), new byte[0]), report);
            }
          }
          byte[] bytes = text.finish().getBytes(StandardCharsets.UTF_8);
          return table.insert(tx, now, text.complete(), signer.apply(bytes));
        });
  }

  public Optional<CompletenessCertificate> find(long id) {
    return inTransaction(tx -> table.find(tx, id));
  }

  /** The newest first. */
  public List<CompletenessCertificate> page(int offset, int limit) {
    return inTransaction(tx -> table.page(tx, offset, limit));
  }

  /** Those made before another, the newest of them first. */
  public List<CompletenessCertificate> before(long id, int limit) {
    return inTransaction(tx -> table.before(tx, id, limit));
  }

  /** How many there are. */
  public long count() {
    return inTransaction(table::count);
  }

  private <T> T inTransaction(Transactions.Work<T, SQLException> work) {
    try {
      return transactions.call(work);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
