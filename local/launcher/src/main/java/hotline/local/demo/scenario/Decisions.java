package hotline.local.demo.scenario;

import hotline.local.demo.appeal.AppealRules;
import hotline.local.demo.appeal.Dice;
import hotline.local.demo.client.AssignmentView;
import hotline.local.demo.client.OrderView;
import hotline.local.demo.client.TicketView;
import java.util.Optional;

/**
 * What the people of the demo decide. Depends on the text of the ticket and on the seed only, so
 * that the same appeals meet the same fate however the work is interleaved.
 */
final class Decisions {

  /** The district whose own rules know 挂账: policy {@code xifeng}. */
  private static final String PUTS_OFF = "621002";

  private final Dice dice;
  private final AppealRules rules;

  Decisions(Dice dice, AppealRules rules) {
    this.dice = dice;
    this.rules = rules;
  }

  static String key(TicketView ticket) {
    return ticket.title() + "|" + ticket.content();
  }

  /** The path of an assignment under its ticket: the same in every run, unlike the ticket's id. */
  static String path(String assignmentId) {
    int slash = assignmentId.indexOf('/');
    return slash < 0 ? "" : assignmentId.substring(slash);
  }

  Optional<String> refusalGround(TicketView ticket) {
    return rules.refusalGround(ticket.title(), ticket.content());
  }

  String guidance(String ground) {
    return rules.guidance(ground);
  }

  /** Whether it needs no dispatch (INT-15). */
  boolean answersAtOnce(TicketView ticket) {
    if (ticket.urgency().equals("URGENT")) {
      return false;
    }
    int percent =
        switch (ticket.category()) {
          case "PRAISE" -> 100;
          case "OTHER" -> 40;
          case "CONSULTATION" -> 65;
          case "SUGGESTION" -> 20;
          default -> 0;
        };
    return dice.chance(percent, "answer", key(ticket));
  }

  boolean escalates(TicketView ticket, String tier) {
    int percent = tier.equalsIgnoreCase("city") ? 2 : 8;
    return dice.chance(percent, "escalate", key(ticket));
  }

  boolean sendsDown(TicketView ticket, boolean regionOfChild) {
    return dice.chance(regionOfChild ? 70 : 0, "down", key(ticket));
  }

  boolean contactsBeforeSigning(TicketView ticket, AssignmentView assignment) {
    return dice.chance(75, "contact", key(ticket), path(assignment.id()));
  }

  boolean asksForReturn(TicketView ticket, AssignmentView assignment) {
    return assignment.round() == 1
        && assignment.returnRequest() == null
        && assignment.orders().isEmpty()
        && assignment.replies().isEmpty()
        && dice.chance(6, "return", key(ticket), path(assignment.id()));
  }

  boolean asksForExtension(TicketView ticket, AssignmentView assignment) {
    return assignment.round() == 1
        && assignment.extensions().isEmpty()
        && assignment.putOff().isEmpty() // put off already has more time than an extension gives
        && assignment.replies().isEmpty()
        && assignment.orders().isEmpty()
        && !ticket.urgency().equals("URGENT")
        && dice.chance(6, "extension", key(ticket), path(assignment.id()));
  }

  /** Whether a lead unit of a node that allows it asks to put the work off (LIF-10). */
  boolean putsOff(TicketView ticket, AssignmentView assignment) {
    return ticket.mine()
        && ticket.owner().code().equals(PUTS_OFF)
        && assignment.role().equals("LEAD")
        && assignment.round() == 1
        && assignment.replies().isEmpty()
        && assignment.extensions().isEmpty()
        && dice.chance(25, "put-off", key(ticket), path(assignment.id()));
  }

  /** Whether somebody presses for the answer while the assignees are at work (SUP-10). */
  boolean reminds(TicketView ticket) {
    return dice.chance(7, "remind", key(ticket));
  }

  /** Whether that is done formally. */
  boolean supervises(TicketView ticket) {
    return dice.chance(ticket.urgency().equals("URGENT") ? 30 : 4, "supervise", key(ticket));
  }

  /** Whether a node that got the work answers by itself, without sending it on. */
  boolean nodeAnswersItself(TicketView ticket) {
    return dice.chance(8, "itself", key(ticket));
  }

  boolean approvesReturn(TicketView ticket, OrderView order) {
    return dice.chance(65, "approve", key(ticket), path(order.assignmentId()));
  }

  boolean grantsExtension(TicketView ticket, OrderView order) {
    return dice.chance(75, "grant", key(ticket), path(order.assignmentId()));
  }

  /** A reply that was sent back once comes better the second time. */
  boolean confirmsReply(TicketView ticket, OrderView order) {
    return order.reply() == null
        || Phrases.isSecondReply(order.reply().content())
        || !dice.chance(8, "review", key(ticket), path(order.assignmentId()));
  }

  String satisfaction(TicketView ticket) {
    if (ticket.followUps().isEmpty() && dice.chance(10, "dissatisfied", key(ticket))) {
      return dice.chance(30, "very", key(ticket)) ? "VERY_DISSATISFIED" : "DISSATISFIED";
    }
    int roll = dice.below(100, "grade", key(ticket));
    return roll < 35 ? "VERY_SATISFIED" : roll < 75 ? "SATISFIED" : "BASICALLY_SATISFIED";
  }

  String followUpChannel(TicketView ticket) {
    int roll = dice.below(100, "channel", key(ticket));
    return roll < 50 ? "CALL" : roll < 85 ? "SMS" : "LINK";
  }

  /** Whether the unit is at fault, so that it must do it again (RVS-09, RVS-10). */
  boolean unitAtFault(TicketView ticket) {
    return dice.chance(70, "fault", key(ticket));
  }
}
