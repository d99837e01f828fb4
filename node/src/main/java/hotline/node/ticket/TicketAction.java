package hotline.node.ticket;

import hotline.node.classification.Labelled;
import java.util.EnumSet;
import java.util.Set;

/** What people can do to a ticket, by the names of the HTTP interface. */
public enum TicketAction implements Labelled {
  ACCEPT("受理"),
  REFUSE("不予受理"),
  ANSWER("直接答复"),
  TRANSFER_EMERGENCY("转接紧急热线"),
  DISPATCH("派单"),
  ESCALATE("上报上级"),
  REVIEW("审核答复"),
  DECIDE_RETURN("审核退单"),
  DECIDE_EXTENSION("审核延期"),
  DECIDE_REQUEST("审核申请"),
  OFFICE_DECIDE("领导小组办公室审核申请"),
  FOLLOW_UP("回访"),
  REDO("发回重办"),
  CONVENE("召集联席会议"),
  DESIGNATE("联席会议指定"),
  NOTE_PHONE("登记电话通知"),
  EXPLAIN("解释说明"),
  CLOSE("办结"),
  ARCHIVE("归档"),
  WITHDRAW("撤单"),
  REMIND("催办"),
  SUPERVISE("督办"),
  CALL_REQUESTER("人工回访"),
  PANEL_REVIEW("法律顾问研判"),
  REQUEST_SCREENING("申请甄别"),
  DECIDE_SCREENING("审核甄别"),
  SUPPLEMENT("追加");

  private final String label;

  TicketAction(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * What the ticket's state allows; the policy may still object to the details. Decisions go by
   * this very list.
   */
  public static Set<TicketAction> allowedFor(Ticket ticket) {
    Set<TicketAction> allowed = EnumSet.noneOf(TicketAction.class);
    switch (ticket.state()) {
      case REGISTERED ->
          allowed.addAll(
              EnumSet.of(ACCEPT, REFUSE, ANSWER, TRANSFER_EMERGENCY, WITHDRAW, SUPPLEMENT));
      case ACCEPTED -> {
        allowed.addAll(
            EnumSet.of(ANSWER, TRANSFER_EMERGENCY, DISPATCH, ESCALATE, WITHDRAW, SUPPLEMENT));
        allowed.add(ticket.orders().openMeeting().isPresent() ? DESIGNATE : CONVENE);
      }
      case IN_HANDLING, IN_REVIEW -> {
        allowed.addAll(EnumSet.of(TRANSFER_EMERGENCY, DISPATCH, WITHDRAW, SUPPLEMENT));
        addOrderActions(allowed, ticket.orders());
        allowed.remove(REDO);
      }
      case AWAITING_FOLLOW_UP -> {
        addFollowUpActions(allowed, ticket);
        if (ticket.orders().live().stream().anyMatch(Order::requestPending)) {
          allowed.addAll(EnumSet.of(DECIDE_REQUEST, OFFICE_DECIDE));
        }
      }
      case CLOSED -> {
        addScreening(allowed, ticket.followUps());
        if (ticket.followUps().pendingScreening().isEmpty()) {
          allowed.add(ARCHIVE);
        }
      }
      case REFUSED, WITHDRAWN -> allowed.add(ARCHIVE);
      case ARCHIVED, UNKNOWN -> {}
    }
    return allowed;
  }

  private static void addFollowUpActions(Set<TicketAction> allowed, Ticket ticket) {
    allowed.addAll(EnumSet.of(FOLLOW_UP, SUPPLEMENT));
    if (!ticket.requester().reachable()) {
      allowed.add(CLOSE);
    }
    if (ticket.followUps().dissatisfied()) {
      allowed.addAll(EnumSet.of(EXPLAIN, DISPATCH, ESCALATE, CALL_REQUESTER));
      if (ticket.followUps().panelOfThisRound().isEmpty()) {
        allowed.add(PANEL_REVIEW);
      }
      addScreening(allowed, ticket.followUps());
      if (!ticket.orders().live().isEmpty()) {
        allowed.add(REDO);
      }
    }
  }

  /** Until the archive, for the rating given last; once, and again when it was turned down. */
  private static void addScreening(Set<TicketAction> allowed, FollowUps followUps) {
    if (followUps.pendingScreening().isPresent()) {
      allowed.add(DECIDE_SCREENING);
    } else if (followUps.dissatisfied() && !followUps.screened(followUps.round())) {
      allowed.add(REQUEST_SCREENING);
    }
  }

  private static void addOrderActions(Set<TicketAction> allowed, Orders orders) {
    OrderAction.allowedFor(orders).forEach(action -> allowed.add(valueOf(action.name())));
  }
}
