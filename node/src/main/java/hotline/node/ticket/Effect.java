package hotline.node.ticket;

import hotline.node.classification.NoticeKind;
import hotline.sync.NodeCode;

/**
 * What has to follow from a decision outside the aggregate that decided. The plumbing carries each
 * out in the same transaction: applied to the other aggregate when that is of this node, written as
 * a command for the target otherwise.
 */
public sealed interface Effect {

  /** Holder to assignee. For {@link Instruction.Dispatched} the assignment does not exist yet. */
  record Instruct(AssignmentId assignment, NodeCode target, Instruction instruction)
      implements Effect {}

  /** Assignee to holder: to the ticket, or to the assignment {@link AssignmentId#holder}. */
  record SendReport(AssignmentId assignment, NodeCode target, Report report) implements Effect {}

  /** What another assignment of this node is to take along in the same transaction (LIF-15). */
  record PassOn(AssignmentId assignment, AssignmentCommand command) implements Effect {}

  /** A message for the citizen (RVS-02); sent where the policy has such messages sent. */
  record NotifyRequester(TicketId ticket, NoticeKind kind, String text) implements Effect {}
}
