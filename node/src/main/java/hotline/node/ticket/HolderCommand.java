package hotline.node.ticket;

import hotline.node.classification.Approver;
import hotline.node.classification.RedoGround;
import hotline.node.classification.UrgeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a holder of orders can be asked to do: a ticket, or an assignment that this node received
 * and dispatched on.
 */
public sealed interface HolderCommand extends TicketCommand, AssignmentCommand {

  /** As which action people see it; null for what neighbours say. */
  @Nullable OrderAction action();

  /** Decides it at the holder's desk. */
  Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException;

  @Override
  default @Nullable TicketAction ticketAction() {
    OrderAction action = action();
    return action == null ? null : action.ofTicket();
  }

  @Override
  default @Nullable AssignmentAction assignmentAction() {
    OrderAction action = action();
    return action == null ? null : action.ofAssignment();
  }

  @Override
  default Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
      throws RefusedException {
    TicketEnding ending = new TicketEnding(ticket, context);
    OrderAction action = action();
    if (action == OrderAction.REDO
        || action == OrderAction.DISPATCH
        || action == OrderAction.ESCALATE) {
      new FollowUpDesk(ticket, context).requireHeard(action.ofTicket().label());
    }
    if (action == OrderAction.REDO) {
      ending.requireVisitedWhenDissatisfied();
      new FollowUpDesk(ticket, context).requirePanel();
    }
    OrderDesk desk = new OrderDesk(Holder.of(ticket), context);
    return ending.answeredWhenSettled(desk.tellLead(decide(desk)));
  }

  @Override
  default Changes<AssignmentEvent> decide(Assignment assignment, DecisionContext context)
      throws RefusedException {
    OrderDesk desk = new OrderDesk(Holder.of(assignment), context);
    return new Changes<AssignmentEvent>().add(desk.tellLead(decide(desk)));
  }

  /** Dispatches to one assignee or several, one of them leading (DSP-01, DSP-02). */
  record PlaceOrders(List<OrderDraft> drafts) implements HolderCommand {

    public PlaceOrders {
      drafts = List.copyOf(drafts);
    }

    @Override
    public OrderAction action() {
      return OrderAction.DISPATCH;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.place(this);
    }
  }

  /** Hands the matter to the parent: an order whose assignee is the parent node. */
  record Escalate(String reason) implements HolderCommand {

    @Override
    public OrderAction action() {
      return OrderAction.ESCALATE;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.escalate(this);
    }
  }

  /** Calls those concerned together about who has to handle it (DSP-04, DSP-08). */
  record ConveneMeeting(String reason, List<String> participants) implements HolderCommand {

    public ConveneMeeting {
      participants = List.copyOf(participants);
    }

    @Override
    public OrderAction action() {
      return OrderAction.CONVENE;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.convene(this);
    }
  }

  /** Dispatches to whom the joint meeting has designated. */
  record DesignateUnits(String outcome, List<OrderDraft> drafts) implements HolderCommand {

    public DesignateUnits {
      drafts = List.copyOf(drafts);
    }

    @Override
    public OrderAction action() {
      return OrderAction.DESIGNATE;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.designate(this);
    }
  }

  /** Notes that an assignee was called by telephone besides the ticket (DSP-11). */
  record NotePhoneCall(AssignmentId assignment, String note) implements HolderCommand {

    @Override
    public OrderAction action() {
      return OrderAction.NOTE_PHONE;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.notePhone(this);
    }
  }

  /** Accepts or rejects a reply. */
  record ReviewReply(AssignmentId assignment, boolean accept, @Nullable String opinion)
      implements HolderCommand {

    @Override
    public OrderAction action() {
      return OrderAction.REVIEW;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.review(this);
    }
  }

  /**
   * Approves or turns down a return (LIF-07).
   *
   * @param withinDuty whether the catalogue attributes the matter to this very assignee
   */
  record DecideReturn(
      AssignmentId assignment, boolean approve, @Nullable String opinion, boolean withinDuty)
      implements HolderCommand {

    public DecideReturn(AssignmentId assignment, boolean approve, @Nullable String opinion) {
      this(assignment, approve, opinion, false);
    }

    @Override
    public OrderAction action() {
      return OrderAction.DECIDE_RETURN;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.decideReturn(this);
    }
  }

  /** Grants or turns down more time (LIF-09). */
  record DecideExtension(AssignmentId assignment, boolean approve, @Nullable String opinion)
      implements HolderCommand {

    @Override
    public OrderAction action() {
      return OrderAction.DECIDE_EXTENSION;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.approvals().decide(this);
    }
  }

  /**
   * Signs a request or turns it down, as the platform or as the office above it; the last one whom
   * the policy asks decides it (LIF-09 to LIF-18).
   */
  record DecideRequest(
      AssignmentId assignment, int number, Approver as, boolean approve, @Nullable String opinion)
      implements HolderCommand {

    @Override
    public OrderAction action() {
      return as == Approver.OFFICE ? OrderAction.OFFICE_DECIDE : OrderAction.DECIDE_REQUEST;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.approvals().decide(this);
    }
  }

  /** Sends accepted work back to the one who did it (RVS-09, LIF-19). */
  record RedoOrder(AssignmentId assignment, RedoGround ground, String reason)
      implements HolderCommand {

    @Override
    public OrderAction action() {
      return OrderAction.REDO;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.redo(this);
    }
  }

  /** Presses for an answer; a null assignment means all that are still out. */
  record UrgeOrders(@Nullable AssignmentId assignment, UrgeKind kind, String text)
      implements HolderCommand {

    @Override
    public OrderAction action() {
      return switch (kind) {
        case REMINDER, UNKNOWN -> OrderAction.REMIND;
        case SUPERVISION -> OrderAction.SUPERVISE;
      };
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.urge(this);
    }
  }

  /**
   * The timer's: a deadline has come near or passed. Without effect when it is not running any
   * more.
   */
  record RaiseAlarm(Running running, Alarm.Stage stage) implements HolderCommand {

    @Override
    public @Nullable OrderAction action() {
      return null;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) {
      return new Changes<>();
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context) {
      return new Changes<TicketEvent>()
          .add(raise(Deadlines.running(ticket, context), null, context));
    }

    @Override
    public Changes<AssignmentEvent> decide(Assignment assignment, DecisionContext context) {
      return new Changes<AssignmentEvent>()
          .add(raise(Deadlines.running(assignment, context), assignment.id(), context));
    }

    private Changes<OrderEvent> raise(
        List<Running> all, @Nullable AssignmentId self, DecisionContext context) {
      Changes<OrderEvent> changes = new Changes<>();
      boolean time =
          stage == Alarm.Stage.PASSED
              ? running.deadline().isPast(context.now())
              : !context.now().isBefore(Deadlines.nearlyDue(running, context));
      if (time && all.contains(running)) {
        AssignmentId about = running.order() == null ? self : running.order();
        changes.event(
            new OrderEvent.AlarmRaised(
                about, new Alarm(running.watch(), stage, running.deadline())));
      }
      return changes;
    }
  }

  /** Sets provisional deadlines anew by the calendar as it is known now. */
  record RecomputeDeadlines() implements HolderCommand {

    @Override
    public @Nullable OrderAction action() {
      return null;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) {
      return desk.recompute();
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context) {
      return new Recomputation(context)
          .clock(ticket)
          .add(decide(new OrderDesk(Holder.of(ticket), context)));
    }
  }

  /** Takes in what an assignee says. */
  record ReceiveReport(AssignmentId assignment, Report report) implements HolderCommand {

    @Override
    public @Nullable OrderAction action() {
      return null;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.receive(this);
    }
  }

  /** Notes what became of the command that carried an order, or a redo, to another node. */
  record NoteDelivery(AssignmentId assignment, DeliveryResult result) implements HolderCommand {

    @Override
    public @Nullable OrderAction action() {
      return null;
    }

    @Override
    public Changes<OrderEvent> decide(OrderDesk desk) throws RefusedException {
      return desk.noteDelivery(this);
    }
  }
}
