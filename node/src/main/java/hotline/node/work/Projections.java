package hotline.node.work;

import hotline.node.assessment.AssessmentItem;
import hotline.node.store.AssessmentStore;
import hotline.node.store.DeskTaskStore;
import hotline.node.store.DeskTaskStore.HolderTasks;
import hotline.node.store.WatchStore;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * Writes projections down, in the transaction of the change or of the {@link Backfill}; again, as
 * often as one likes.
 */
@Singleton
final class Projections {

  /**
   * Of what is derived from tickets and assignments, their columns included. Whoever adds to it
   * raises this: then it is written for all that is there already, too.
   */
  static final int VERSION = 1;

  private final WatchStore watches;
  private final DeskTaskStore desks;
  private final AssessmentStore assessments;

  Projections(WatchStore watches, DeskTaskStore desks, AssessmentStore assessments) {
    this.watches = watches;
    this.desks = desks;
    this.assessments = assessments;
  }

  void write(Tx tx, List<Projection> projections) {
    watches.replace(
        tx,
        projections.stream().filter(p -> !p.fresh()).map(Projection::subject).toList(),
        projections.stream().flatMap(p -> p.deadlines().stream()).toList());
    List<HolderTasks> tasks =
        projections.stream().map(Projection::tasks).filter(Objects::nonNull).toList();
    desks.replace(tx, tasks);
    List<AssessmentItem> items = projections.stream().flatMap(p -> p.items().stream()).toList();
    if (!items.isEmpty()) {
      assessments.put(tx, items);
    }
  }
}
