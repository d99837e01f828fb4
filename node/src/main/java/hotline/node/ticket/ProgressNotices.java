package hotline.node.ticket;

import hotline.node.classification.NoticeKind;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What a citizen is told on the way to the answer (RVS-17). */
public final class ProgressNotices {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("M月d日HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

  private ProgressNotices() {}

  /**
   * The messages that one decision's events give cause for.
   *
   * @param ticket as it is after them
   */
  public static List<Effect.NotifyRequester> of(Ticket ticket, List<TicketEvent> events) {
    boolean answered = events.stream().anyMatch(e -> e instanceof TicketEvent.TicketAnswered);
    List<Effect.NotifyRequester> notices = new ArrayList<>();
    for (TicketEvent event : events) {
      if (event instanceof TicketEvent.TicketAccepted accepted && !answered) {
        notices.add(
            new Effect.NotifyRequester(
                ticket.id(),
                NoticeKind.ACCEPTED,
                "已受理，将于" + TIME.format(accepted.due().at()) + "前办理答复。查询码" + ticket.queryCode()));
      } else if (event instanceof OrderEvent.OrderReported reported
          && reported.report() instanceof Report.SignedFor) {
        ticket
            .orders()
            .find(reported.assignment())
            .filter(Order::isLead)
            .ifPresent(
                order -> notices.add(progress(ticket, "已由" + order.assignee().name() + "签收办理")));
      } else if (event instanceof OrderEvent.OrderReported reported
          && reported.report() instanceof Report.Planned planned) {
        ticket
            .orders()
            .find(reported.assignment())
            .filter(Order::isLead)
            .ifPresent(order -> notices.add(progress(ticket, explained(planned.plan()))));
      } else if (event instanceof OrderEvent.OrderRequestSigned signed
          && signed.verdict() != null
          && signed.verdict().approved()) {
        ticket
            .orders()
            .find(signed.assignment())
            .flatMap(order -> order.handling().request(signed.number()))
            .map(Request::until)
            .ifPresent(
                until -> notices.add(progress(ticket, "因客观原因办理时限延至" + TIME.format(until.at()))));
      } else if (event instanceof OrderEvent.OrderRedone redone) {
        ticket
            .orders()
            .find(redone.assignment())
            .ifPresent(
                order -> notices.add(progress(ticket, "已发回" + order.assignee().name() + "重新办理")));
      }
    }
    return notices;
  }

  private static String explained(Plan plan) {
    return "须按计划办理，" + plan.explanation() + "；计划于" + DAY.format(plan.end()) + "前完成";
  }

  private static Effect.NotifyRequester progress(Ticket ticket, String text) {
    return new Effect.NotifyRequester(ticket.id(), NoticeKind.PROGRESS, text);
  }
}
