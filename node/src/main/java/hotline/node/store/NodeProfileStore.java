package hotline.node.store;

import hotline.node.classification.NodeKind;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the nodes below were enrolled as. */
@Singleton
public final class NodeProfileStore {

  /**
   * A node below.
   *
   * @param managers the bodies that manage it, the leading one first; empty where only the tree
   *     says so
   */
  public record NodeProfile(NodeCode code, String shortName, NodeKind kind, List<String> managers) {

    public NodeProfile {
      managers = List.copyOf(managers);
    }
  }

  /** Keeps a profile in place of an earlier one. */
  public void put(Tx tx, NodeProfile profile) {
    Sql.update(
        tx,
        "INSERT INTO node_profile (code, short_name, kind, managers) VALUES (?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE short_name = VALUES(short_name), kind = VALUES(kind),"
            + " managers = VALUES(managers)",
        profile.code().value(),
        profile.shortName(),
        profile.kind().name(),
        String.join("\n", profile.managers()));
  }

  /** All of them, by code. */
  public Map<String, NodeProfile> all(Tx tx) {
    Map<String, NodeProfile> all = new LinkedHashMap<>();
    Sql.list(
            tx,
            "SELECT code, short_name, kind, managers FROM node_profile ORDER BY code",
            row -> {
              String managers = row.getString(4);
              return new NodeProfile(
                  NodeCode.of(row.getString(1)),
                  row.getString(2),
                  NodeKind.valueOf(row.getString(3)),
                  managers.isEmpty() ? List.of() : List.of(managers.split("\n")));
            })
        .forEach(profile -> all.put(profile.code().value(), profile));
    return all;
  }

  /** How many assignments each node has in hand with its units, as far as is known here. */
  public Map<String, Long> inHand(Tx tx) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Sql.list(
            tx,
            "SELECT node, COUNT(*) FROM assignment WHERE state IN"
                + " ('AWAITING_SIGN_FOR', 'IN_HANDLING', 'RETURN_REQUESTED', 'REPLIED')"
                + " GROUP BY node",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }
}
