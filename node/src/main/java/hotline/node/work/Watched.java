package hotline.node.work;

import hotline.node.store.WatchStore.WatchRow;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.Deadlines;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.Running;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import java.util.List;

/**
 * The deadlines of one ticket or assignment, as timers look for them.
 *
 * @param fresh whether it has only just come into being, so that there are none yet
 */
record Watched(String subject, boolean fresh, List<WatchRow> rows) {

  static Watched of(Ticket ticket, DecisionContext context, boolean fresh) {
    String subject = ticket.id().toString();
    return new Watched(
        subject,
        fresh,
        rows(subject, ticket.id(), "", Deadlines.running(ticket, context), context));
  }

  static Watched of(Assignment assignment, DecisionContext context, boolean fresh) {
    var unit = assignment.charge().unit();
    String subject = assignment.id().toString();
    return new Watched(
        subject,
        fresh,
        rows(
            subject,
            assignment.id().ticket(),
            unit == null ? "" : unit.codeText(),
            Deadlines.running(assignment, context),
            context));
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
