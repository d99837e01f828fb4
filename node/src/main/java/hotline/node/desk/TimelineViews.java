package hotline.node.desk;

import hotline.node.reference.Neighbours;
import hotline.node.store.TimelineEntry;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.sync.NodeCode;
import jakarta.inject.Singleton;

/** Shows timelines with the names of the nodes. */
@Singleton
final class TimelineViews {

  private final Neighbours nodes;

  TimelineViews(Neighbours nodes) {
    this.nodes = nodes;
  }

  TimelineView view(TimelineEntry entry) {
    NodeCode node = NodeCode.of(entry.node());
    return new TimelineView(
        Times.local(entry.at()),
        new Named(entry.node(), nodes.nameOf(node)),
        nodes.tierOf(node),
        entry.type(),
        entry.title(),
        entry.actor(),
        entry.text(),
        entry.node(),
        entry.position());
  }
}
