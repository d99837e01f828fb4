package hotline.node.cockpit;

import hotline.node.store.FigureStore.Counts;
import hotline.node.store.FigureStore.Duration;
import hotline.node.store.FigureStore.Group;
import hotline.node.store.FigureStore.Hour;
import hotline.node.store.FigureStore.LateAssignee;
import hotline.node.store.FigureStore.MatterCount;
import java.time.Instant;
import java.util.List;

/**
 * What was counted, for all owners at once.
 *
 * @param now when
 * @param weekBefore the same span seven days before, to the same moment
 * @param open of all that is not answered
 * @param responded of what was registered this month
 * @param closed of what was closed this month
 * @param matters of the last seven days
 */
record Snapshot(
    Instant now,
    Period period,
    List<Hour> hours,
    List<Hour> weekBefore,
    List<Group> groups,
    List<Counts> open,
    List<Counts> responded,
    List<Counts> closed,
    List<Duration> handling,
    List<MatterCount> matters,
    List<LateAssignee> late,
    Usual usual) {

  /**
   * What present numbers are compared with, and what does not change within minutes.
   *
   * @param hours of the same whole days a week before
   * @param matters of the four weeks before the last seven days
   */
  record Usual(List<Hour> hours, List<MatterCount> matters) {}
}
