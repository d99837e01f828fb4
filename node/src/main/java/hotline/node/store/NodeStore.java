package hotline.node.store;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes that this node has heard of. */
@Singleton
public final class NodeStore {

  /**
   * A node.
   *
   * @param tier name of its tier; null when it is not known here
   */
  public record KnownNode(NodeCode code, String name, @Nullable String tier) {}

  /** Keeps a node; its tier stays when none is given. */
  public void put(Tx tx, KnownNode node) {
    Sql.update(
        tx,
        "INSERT INTO known_node (code, name, tier) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE"
            + " name = VALUES(name), tier = IF(VALUES(tier) = '', tier, VALUES(tier))",
        node.code().value(),
        node.name(),
        node.tier() == null ? "" : node.tier());
  }

  public List<KnownNode> all(Tx tx) {
    return Sql.list(
        tx,
        "SELECT code, name, tier FROM known_node ORDER BY code",
        row -> {
          String tier = row.getString(3);
          return new KnownNode(
              NodeCode.of(row.getString(1)), row.getString(2), tier.isEmpty() ? null : tier);
        });
  }
}
