package hotline.node.ticket;

import hotline.node.classification.RedoGround;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a holder tells an assignee. Adding one is adding a record here, and its message to the
 * schema.
 */
public sealed interface Instruction {

  /** A sentence for timelines. */
  String text();

  /** Whether an assignment as it is now still takes it; otherwise it came too late. */
  boolean fits(Assignment assignment);

  /** The assignment after it. */
  Assignment in(Assignment assignment);

  /**
   * What follows from it for the orders that have been placed from the assignment.
   *
   * @param assignment as it is after the instruction
   */
  default Changes<OrderEvent> passedOn(Assignment assignment, OrderDesk orders) {
    return new Changes<>();
  }

  /** Here is work. */
  record Dispatched(Charge charge, Subject subject, Terms terms) implements Instruction {

    @Override
    public String text() {
      return "派单";
    }

    /** Never: it makes the assignment, and is not for one that is there. */
    @Override
    public boolean fits(Assignment assignment) {
      return false;
    }

    @Override
    public Assignment in(Assignment assignment) {
      throw new IllegalStateException("assignment " + assignment.id() + " is there already");
    }
  }

  /** The return was approved or turned down. */
  record ReturnDecided(Verdict verdict) implements Instruction {

    @Override
    public String text() {
      return verdict.told(EventType.RETURN_APPROVED, EventType.RETURN_DECLINED);
    }

    @Override
    public boolean fits(Assignment assignment) {
      return assignment.state() == AssignmentState.RETURN_REQUESTED;
    }

    @Override
    public Assignment in(Assignment assignment) {
      AssignmentState before =
          assignment.handling().signFor() == null
              ? AssignmentState.AWAITING_SIGN_FOR
              : AssignmentState.IN_HANDLING;
      return assignment
          .with(assignment.handling().returnDecided(verdict))
          .in(verdict.approved() ? AssignmentState.RETURNED : before);
    }
  }

  /** Somebody at the holder has signed a request or turned it down; the last one decides it. */
  record RequestDecided(int number, Signature signature, @Nullable Verdict verdict)
      implements Instruction {

    @Override
    public String text() {
      return signature.text();
    }

    @Override
    public boolean fits(Assignment assignment) {
      return !assignment.state().over()
          && assignment.handling().request(number).filter(Request::awaitsHolder).isPresent();
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.signed(number, signature, verdict);
    }

    /**
     * What was asked for on behalf of an order below is decided there as well; and where handling
     * may stop, it stops below too (ACC-14).
     */
    @Override
    public Changes<OrderEvent> passedOn(Assignment assignment, OrderDesk orders) {
      Request.Behalf behalf =
          assignment.handling().request(number).map(Request::behalf).orElse(null);
      Changes<OrderEvent> changes = new Changes<>();
      if (behalf != null && verdict != null) {
        changes.add(orders.approvals().decideLike(behalf, verdict));
      }
      if (assignment.state() == AssignmentState.CONFIRMED) {
        changes.add(orders.cancelOutstanding(text()));
      }
      return changes;
    }
  }

  /** The reply was accepted or rejected. */
  record ReplyReviewed(Verdict verdict) implements Instruction {

    @Override
    public String text() {
      return verdict.told(EventType.REPLY_ACCEPTED, EventType.REPLY_REJECTED);
    }

    @Override
    public boolean fits(Assignment assignment) {
      return assignment.state() == AssignmentState.REPLIED;
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment
          .with(assignment.handling().replyReviewed(verdict))
          .in(verdict.approved() ? AssignmentState.CONFIRMED : AssignmentState.IN_HANDLING);
    }
  }

  /** Do it again, with a new clock (RVS-09). */
  record Redo(int round, RedoGround ground, String reason, Instant at, Terms terms)
      implements Instruction {

    @Override
    public String text() {
      return "发回重办，" + ground.label() + "：" + reason;
    }

    @Override
    public boolean fits(Assignment assignment) {
      return assignment.state() == AssignmentState.CONFIRMED;
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.redone(round, terms);
    }
  }

  /** Stop: it is not wanted any more. */
  record Cancelled(String reason, Instant at) implements Instruction {

    @Override
    public String text() {
      return "撤销：" + reason;
    }

    @Override
    public boolean fits(Assignment assignment) {
      return !assignment.state().over();
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.in(AssignmentState.CANCELLED);
    }

    @Override
    public Changes<OrderEvent> passedOn(Assignment assignment, OrderDesk orders) {
      return orders.cancelAll(reason);
    }
  }

  /** The ticket has ended. */
  record TicketConcluded(Conclusion conclusion) implements Instruction {

    @Override
    public String text() {
      return "工单结束：" + conclusion.kind().label();
    }

    @Override
    public boolean fits(Assignment assignment) {
      return assignment.state() == AssignmentState.CONFIRMED;
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.concluded(conclusion);
    }

    @Override
    public Changes<OrderEvent> passedOn(Assignment assignment, OrderDesk orders) {
      return orders.concludeAll(conclusion);
    }
  }

  /** The calendar of a year has become known: provisional deadlines are these now. */
  record TermsRecomputed(Terms terms, Instant at) implements Instruction {

    @Override
    public String text() {
      return EventType.DEADLINES_RECOMPUTED.label() + "：" + DeadlineStory.changes(null, terms);
    }

    @Override
    public boolean fits(Assignment assignment) {
      return !assignment.state().over();
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.with(terms);
    }

    /** What was sent on was cut to the limit that has just changed. */
    @Override
    public Changes<OrderEvent> passedOn(Assignment assignment, OrderDesk orders) {
      return orders.recompute();
    }
  }

  /** What the co-handlers say so far: for the lead, who joins it into one reply (DSP-02). */
  record OpinionsTold(List<CoOpinion> opinions) implements Instruction {

    public OpinionsTold {
      opinions = List.copyOf(opinions);
    }

    @Override
    public String text() {
      long given = opinions.stream().filter(CoOpinion::given).count();
      return "协办意见：" + given + "/" + opinions.size() + " 已反馈";
    }

    @Override
    public boolean fits(Assignment assignment) {
      return !assignment.state().over();
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.with(assignment.team().with(opinions));
    }
  }

  /** Hurry. */
  record Urged(Urge urge) implements Instruction {

    @Override
    public String text() {
      return urge.kind().label() + "：" + urge.text();
    }

    @Override
    public boolean fits(Assignment assignment) {
      return !assignment.state().over();
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.with(assignment.handling().with(urge));
    }
  }

  /** The requester has more to say; the ticket's copy that comes along says it, too. */
  record Supplemented(Supplement supplement) implements Instruction {

    @Override
    public String text() {
      return "诉求人追加：" + supplement.text();
    }

    @Override
    public boolean fits(Assignment assignment) {
      return !assignment.state().over();
    }

    @Override
    public Assignment in(Assignment assignment) {
      return assignment;
    }

    /** Whoever works on it below has to know. */
    @Override
    public Changes<OrderEvent> passedOn(Assignment assignment, OrderDesk orders) {
      return orders.passOn(supplement);
    }
  }
}
