package hotline.node.ticket;

import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentCommand.FollowMaster;
import hotline.node.ticket.AssignmentCommand.JoinMerge;
import hotline.node.ticket.AssignmentCommand.LeaveMerge;
import hotline.node.ticket.AssignmentCommand.MergeWork;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.SplitWork;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges the same or related appeals, other people's included, before they are answered: done by
 * the one who handles them, undone until the answer (LIF-15).
 */
final class MergeDesk {

  private static final int MOST = 50;

  private final Assignment assignment;
  private final DecisionContext context;

  MergeDesk(Assignment assignment, DecisionContext context) {
    this.assignment = assignment;
    this.context = context;
  }

  Changes<AssignmentEvent> merge(MergeWork command) throws RefusedException {
    requireAlone("并案");
    List<AssignmentId> others = command.others();
    Set<AssignmentId> distinct = new HashSet<>(others);
    RefusedException.require(
        !others.isEmpty()
            && distinct.size() == others.size()
            && assignment.team().merged().size() + others.size() <= MOST,
        ErrorCode.MERGE_RULE,
        "并案对象应为 1 至 " + MOST + " 个互不相同的派办，收到 " + others.size() + " 个");
    RefusedException.require(
        !distinct.contains(assignment.id()), ErrorCode.MERGE_RULE, "派办不能与自身并案");
    Changes<AssignmentEvent> changes =
        new Changes<AssignmentEvent>().event(new AssignmentEvent.WorkMerged(others));
    for (AssignmentId other : others) {
      changes.effect(
          new Effect.PassOn(other, new JoinMerge(assignment.id(), assignment.charge().assignee())));
    }
    return changes;
  }

  Changes<AssignmentEvent> join(JoinMerge command) throws RefusedException {
    RefusedException.require(
        assignment.charge().assignee().codeText().equals(command.assignee().codeText())
            && assignment.receivedByNode() == command.assignee() instanceof NodeRef,
        ErrorCode.MERGE_RULE,
        "派办 "
            + assignment.id()
            + " 由“"
            + assignment.charge().assignee().name()
            + "”办理，不是“"
            + command.assignee().name()
            + "”的，不能并案");
    RefusedException.require(
        assignment.state() == AssignmentState.IN_HANDLING,
        ErrorCode.MERGE_RULE,
        "派办 "
            + assignment.id()
            + " 当前为“"
            + assignment.state().label()
            + "”，只有尚未答复的“"
            + AssignmentState.IN_HANDLING.label()
            + "”派办可以并案（LIF-15）");
    requireAlone("并案");
    RefusedException.require(
        assignment.team().merged().isEmpty(),
        ErrorCode.MERGE_RULE,
        "派办 " + assignment.id() + " 自己已是主案，不能再并入他案");
    return new Changes<AssignmentEvent>()
        .event(
            new AssignmentEvent.MergeJoined(
                new Merge(command.master(), context.now(), context.actor())));
  }

  Changes<AssignmentEvent> split(SplitWork command) throws RefusedException {
    RefusedException.require(
        assignment.team().tiedTo(command.other()),
        ErrorCode.MERGE_RULE,
        "派办 " + assignment.id() + " 没有与 " + command.other() + " 并案");
    return leave(command.other())
        .effect(new Effect.PassOn(command.other(), new LeaveMerge(assignment.id())));
  }

  /** The other end has gone its own way. */
  Changes<AssignmentEvent> leave(LeaveMerge command) {
    return assignment.team().tiedTo(command.other()) ? leave(command.other()) : new Changes<>();
  }

  /** The answer of the one is the answer of all. */
  List<Effect> answered(ReplyToHolder reply) {
    return assignment.team().merged().stream()
        .<Effect>map(other -> new Effect.PassOn(other, new FollowMaster(assignment.id(), reply)))
        .toList();
  }

  /** Whoever is stopped or gives its work back leaves the others alone. */
  static List<Effect> dissolved(Assignment assignment) {
    return assignment.team().partners().stream()
        .<Effect>map(other -> new Effect.PassOn(other, new LeaveMerge(assignment.id())))
        .toList();
  }

  /** Somebody who is merged into another does not answer, nor give work back, by himself. */
  void requireAlone(String what) throws RefusedException {
    Merge merge = assignment.team().merge();
    if (merge != null) {
      throw new RefusedException(
          ErrorCode.MERGE_RULE,
          "派办 " + assignment.id() + " 已并入 " + merge.into() + " 统一办理，须先撤销并案才能" + what);
    }
    RefusedException.require(
        assignment.orders().live().isEmpty() || !what.equals("并案"),
        ErrorCode.MERGE_RULE,
        "派办 " + assignment.id() + " 已转派，不能并案");
  }

  private Changes<AssignmentEvent> leave(AssignmentId other) {
    return new Changes<AssignmentEvent>().event(new AssignmentEvent.MergeSplit(other));
  }
}
