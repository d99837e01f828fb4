package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what the tables and the running parts say. */
final class StatusReader {

  private final StreamContext context;

  StatusReader(StreamContext context) {
    this.context = context;
  }

  StreamStatus read(Optional<Leadership> leadership) {
    try {
      return context.transactions().<StreamStatus, Exception>call(tx -> read(tx, leadership));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the archive is damaged", e);
    }
  }

  private StreamStatus read(Tx tx, Optional<Leadership> leadership) throws Exception {
    NodeCode self = context.tree().self();
    List<StreamStatus.Produced> produced = new ArrayList<>();
    for (Map.Entry<String, StreamPoint> entry : context.journalStore().heads(tx).entrySet()) {
      StreamPoint head = entry.getValue();
      long kept = context.journalStore().confirmed(tx, entry.getKey());
      long known = leadership.map(leading -> leading.confirmed(entry.getKey())).orElse(0L);
      produced.add(
          new StreamStatus.Produced(
              new StreamId(self, entry.getKey()),
              head.position(),
              head.hash(),
              Micros.toInstant(head.appendedAtMicros()),
              Math.max(kept, known)));
    }
    Map<StreamId, Long> aside = context.setAsideStore().counts(tx);
    List<StreamStatus.Received> received = new ArrayList<>();
    for (ReceivedStore.Position position : context.receivedStore().positions(tx)) {
      received.add(received(tx, position, leadership, aside));
    }
    return new StreamStatus(
        leadership.isPresent(),
        context.journalStore().waitingCount(tx),
        produced,
        received,
        leadership.flatMap(Leadership::fromParent).map(Intake::status),
        leadership.stream()
            .flatMap(leading -> leading.fromChildren().stream())
            .map(Intake::status)
            .toList());
  }

  private StreamStatus.Received received(
      Tx tx,
      ReceivedStore.Position position,
      Optional<Leadership> leadership,
      Map<StreamId, Long> aside)
      throws Exception {
    Optional<StreamLane> lane =
        leadership.stream()
            .flatMap(Leadership::intakes)
            .flatMap(intake -> intake.lane(position.stream()).stream())
            .findFirst();
    return new StreamStatus.Received(
        position.stream(),
        Math.max(position.applied().position(), lane.map(StreamLane::received).orElse(0L)),
        position.applied().position(),
        position.applied().hash(),
        Micros.toInstant(position.applied().appendedAtMicros()),
        Micros.toInstant(position.appliedAtMicros()),
        position.statedPosition(),
        position.statedHash(),
        Micros.toInstant(position.statedAtMicros()),
        headsAgree(tx, position),
        aside.getOrDefault(position.stream(), 0L),
        lane.map(found -> found.lag().percentile(0.50)).orElse(Duration.ZERO),
        lane.map(found -> found.lag().percentile(0.99)).orElse(Duration.ZERO),
        lane.map(StreamLane::trouble).orElse(""));
  }

  /** Compares the origin's statement with the chain here, at the position that it speaks of. */
  private boolean headsAgree(Tx tx, ReceivedStore.Position position) throws Exception {
    long stated = position.statedPosition();
    StreamPoint applied = position.applied();
    if (stated == 0 || stated > applied.position()) {
      return stated == applied.position();
    }
    byte[] here =
        stated == applied.position()
            ? applied.hash()
            : context.receivedStore().hashAt(tx, position.stream(), stated);
    return Arrays.equals(here, position.statedHash());
  }
}
