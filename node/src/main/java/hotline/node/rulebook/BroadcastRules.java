package hotline.node.rulebook;

import hotline.node.NodeSettings;
import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.Broadcasts;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Rules as the nodes above broadcast them, and as this node does to those below (TOP-33). */
@Singleton
final class BroadcastRules implements UpperRules {

  private static final String CURRENT = "current";

  /** Looked up late: what the streams bring in is applied by rules as well. */
  private final Provider<Broadcasts> broadcasts;

  private final NodeCode self;

  BroadcastRules(Provider<Broadcasts> broadcasts, NodeSettings settings) {
    this.broadcasts = broadcasts;
    this.self = NodeCode.of(settings.getCode());
  }

  @Override
  public Optional<String> parentPolicy(Tx tx) {
    return fromAbove(tx, BroadcastDocument.POLICY).stream()
        .filter(document -> document.key().equals(CURRENT))
        .map(BroadcastDocument::content)
        .findFirst();
  }

  @Override
  public void publishPolicy(Tx tx, String text) {
    broadcasts.get().publish(tx, BroadcastDocument.POLICY, CURRENT, text);
  }

  @Override
  public List<HandedDownYear> calendars(Tx tx) {
    return fromAbove(tx, BroadcastDocument.CALENDAR).stream()
        .map(
            document ->
                new HandedDownYear(
                    Integer.parseInt(document.key()),
                    document.content(),
                    "上级 " + document.publisher().value() + " 下发第" + document.version() + "版"))
        .toList();
  }

  @Override
  public void publishCalendar(Tx tx, int year, String days) {
    broadcasts.get().publish(tx, BroadcastDocument.CALENDAR, String.valueOf(year), days);
  }

  private List<BroadcastDocument> fromAbove(Tx tx, String kind) {
    return broadcasts.get().inherited(tx, kind).stream()
        .filter(document -> !document.publisher().equals(self))
        .toList();
  }
}
