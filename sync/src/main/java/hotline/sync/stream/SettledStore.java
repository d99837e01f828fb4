package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.trust.Tree;
import hotline.v1.SettledPosition;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The table {@code stream_settled}. */
final class SettledStore {

  /** The position up to which every node above has applied a stream, 0 when not known. */
  long position(Tx tx, StreamId stream) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT position FROM stream_settled WHERE origin = ? AND stream = ?")) {
      ReceivedStore.bind(select, stream);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /**
   * What every node from this one to the top has applied of the streams that come through a child.
   */
  List<SettledPosition> throughChild(Tx tx, Tree tree, ReceivedStore received, NodeCode child)
      throws SQLException {
    List<SettledPosition> settled = new ArrayList<>();
    for (ReceivedStore.Position at : received.positions(tx)) {
      StreamId stream = at.stream();
      if (tree.childTowards(stream.origin()).filter(child::equals).isPresent()) {
        long here = at.applied().position();
        settled.add(
            SettledPosition.newBuilder()
                .setOrigin(stream.origin().value())
                .setStream(stream.name())
                .setPosition(
                    tree.parent().isPresent() ? Math.min(here, position(tx, stream)) : here)
                .build());
      }
    }
    return settled;
  }

  /** Notes what the parent said; it never goes back. */
  void note(Tx tx, StreamId stream, long position) throws SQLException {
    if (position <= position(tx, stream)) {
      return;
    }
    try (PreparedStatement upsert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO stream_settled (origin, stream, position) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE position = GREATEST(position, VALUES(position))")) {
      ReceivedStore.bind(upsert, stream);
      upsert.setLong(3, position);
      upsert.executeUpdate();
    }
  }
}
