package hotline.node.work;

import hotline.node.assessment.AssessmentItem;
import hotline.node.assessment.AssessmentItems;
import hotline.node.store.DeskTaskStore.HolderTasks;
import hotline.node.store.WatchStore.WatchRow;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.Deadlines;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.DeskTask;
import hotline.node.ticket.Running;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a ticket or an assignment of this node and is written down beside it: what
 * waits at the desks, which deadlines run, what assessments count. Pure; the same comes out when a
 * change is written and when everything is written anew.
 *
 * @param subject id of the ticket or assignment
 * @param fresh whether it has only just come into being, so that nothing can be there yet
 * @param tasks null when they are as before
 */
record Projection(
    String subject,
    boolean fresh,
    @Nullable HolderTasks tasks,
    List<WatchRow> deadlines,
    List<AssessmentItem> items) {

  /** After a change: what waits at the desk is the same most of the time. */
  static Projection ofTicket(Tracked<Ticket> changed, DecisionContext context) {
    Ticket before = changed.before();
    Projection whole = of(changed.now(), context);
    return whole.after(before == null, before == null ? List.of() : DeskTask.of(before));
  }

  /** Likewise of an assignment. */
  static Projection ofAssignment(Tracked<Assignment> changed, DecisionContext context) {
    Assignment before = changed.before();
    Projection whole = of(changed.now(), context);
    return whole.after(before == null, before == null ? List.of() : DeskTask.of(before));
  }

  /** Of a ticket that is stored, whatever has been written of it. */
  static Projection of(Ticket ticket, DecisionContext context) {
    String subject = ticket.id().toString();
    return new Projection(
        subject,
        false,
        new HolderTasks(subject, ticket.id(), "", DeskTask.of(ticket)),
        rows(subject, ticket.id(), "", Deadlines.running(ticket, context), context),
        AssessmentItems.of(ticket));
  }

  /** Of an assignment that is stored, whatever has been written of it. */
  static Projection of(Assignment assignment, DecisionContext context) {
    String subject = assignment.id().toString();
    TicketId ticket = assignment.id().ticket();
    UnitRef charged = assignment.charge().unit();
    String unit = charged == null ? "" : charged.codeText();
    return new Projection(
        subject,
        false,
        new HolderTasks(subject, ticket, unit, DeskTask.of(assignment)),
        rows(subject, ticket, unit, Deadlines.running(assignment, context), context),
        AssessmentItems.of(assignment));
  }

  private Projection after(boolean fresh, List<DeskTask> before) {
    boolean same = tasks != null && tasks.tasks().equals(before);
    return new Projection(subject, fresh, same ? null : tasks, deadlines, items);
  }

  private static List<WatchRow> rows(
      String subject,
      TicketId ticket,
      String unit,
      List<Running> running,
      DecisionContext context) {
    return running.stream()
        .map(
            each ->
                new WatchRow(
                    subject,
                    ticket,
                    unit,
                    each,
                    Deadlines.nearlyDue(each, context),
                    context.calendar().version()))
        .toList();
  }
}
