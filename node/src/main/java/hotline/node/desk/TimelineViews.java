package hotline.node.desk;

import hotline.node.reference.Neighbours;
import hotline.node.store.TimelineEntry;
import hotline.node.ticket.EventType;
import hotline.node.view.FreeTexts;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.sync.NodeCode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Shows timelines with the names of the nodes. What one end only repeats of the other (it received
 * what the other sent) is left out where the other end's own word is there.
 */
@Singleton
final class TimelineViews {

  private final Neighbours nodes;

  TimelineViews(Neighbours nodes) {
    this.nodes = nodes;
  }

  /** Masked, as everybody sees it. */
  List<TimelineView> views(List<TimelineEntry> entries) {
    return whole(entries).stream().map(FreeTexts::masked).toList();
  }

  /** With its texts as they were written. */
  List<TimelineView> whole(List<TimelineEntry> entries) {
    Set<EventType> present = EnumSet.noneOf(EventType.class);
    entries.forEach(entry -> present.add(typeOf(entry)));
    return entries.stream()
        .filter(entry -> !isEchoOfPresent(typeOf(entry), present))
        .map(this::view)
        .toList();
  }

  private TimelineView view(TimelineEntry entry) {
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

  private static boolean isEchoOfPresent(EventType type, Set<EventType> present) {
    return switch (type) {
      case ORDER_SIGNED_FOR ->
          present.contains(EventType.SIGNED_FOR) || present.contains(EventType.DEEMED_SIGNED_FOR);
      case ORDER_CONTACTED -> present.contains(EventType.REQUESTER_CONTACTED);
      case ORDER_RETURN_REQUESTED -> present.contains(EventType.RETURN_REQUESTED);
      case ORDER_EXTENSION_REQUESTED -> present.contains(EventType.EXTENSION_REQUESTED);
      case ORDER_PLAN_MADE -> present.contains(EventType.PLAN_MADE);
      case ORDER_PLAN_STEP_DONE -> present.contains(EventType.PLAN_STEP_DONE);
      case ORDER_REPLIED -> present.contains(EventType.REPLIED);
      case ASSIGNMENT_RECEIVED -> present.contains(EventType.ORDER_PLACED);
      case INSTRUCTION_FOLLOWED, ORDER_CONCLUDED -> present.contains(EventType.ORDER_PLACED);
      default -> false;
    };
  }

  private static EventType typeOf(TimelineEntry entry) {
    return Arrays.stream(EventType.values())
        .filter(type -> type.name().equals(entry.type()))
        .findFirst()
        .orElse(EventType.UNKNOWN);
  }
}
