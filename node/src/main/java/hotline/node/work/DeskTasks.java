package hotline.node.work;

import hotline.node.store.DeskTaskStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.DeskTask;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.UnitRef;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what waits at the desks after a unit of work, where that has changed. */
@Singleton
final class DeskTasks {

  private final DeskTaskStore store;

  DeskTasks(DeskTaskStore store) {
    this.store = store;
  }

  void write(Tx tx, Changeset changes) {
    changes.tickets.forEach(ticket -> write(tx, ticket.before(), ticket.now()));
    changes.assignments.forEach(assignment -> write(tx, assignment.before(), assignment.now()));
  }

  private void write(Tx tx, @Nullable Ticket before, Ticket now) {
    List<DeskTask> tasks = DeskTask.of(now);
    if (!tasks.equals(before == null ? List.of() : DeskTask.of(before))) {
      store.replace(tx, now.id().toString(), now.id(), "", tasks);
    }
  }

  private void write(Tx tx, @Nullable Assignment before, Assignment now) {
    List<DeskTask> tasks = DeskTask.of(now);
    if (!tasks.equals(before == null ? List.of() : DeskTask.of(before))) {
      UnitRef unit = now.charge().unit();
      store.replace(
          tx, now.id().toString(), now.id().ticket(), unit == null ? "" : unit.codeText(), tasks);
    }
  }
}
