package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Category;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.VisitCase;
import hotline.node.error.ErrorCode;
import hotline.node.policy.AssignmentRules;
import hotline.node.ticket.AssignmentCommand.FinishStep;
import hotline.node.ticket.AssignmentCommand.FollowMaster;
import hotline.node.ticket.AssignmentCommand.NoteContact;
import hotline.node.ticket.AssignmentCommand.PassOnRequest;
import hotline.node.ticket.AssignmentCommand.PlanWork;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.RequestReturn;
import hotline.node.ticket.AssignmentCommand.SignForWork;
import hotline.node.ticket.AssignmentCommand.SignRequest;

/** Decides what an assignee does with its work, and reports each step to the holder. */
final class AssigneeDesk {

  private final Assignment assignment;
  private final DecisionContext context;
  private final AssignmentRules rules;

  AssigneeDesk(Assignment assignment, DecisionContext context) {
    this.assignment = assignment;
    this.context = context;
    this.rules = context.policy().assignments();
  }

  Changes<AssignmentEvent> signFor(SignForWork command) throws RefusedException {
    String contactNote = command.contactNote();
    Changes<AssignmentEvent> changes =
        acted(new Report.SignedFor(new SignFor(context.now(), context.actor(), false)));
    if (contactNote != null && !contactNote.isBlank()) {
      changes.add(
          acted(
              new Report.Contacted(contact(contactNote, ContactWay.CALL, ContactResult.REACHED))));
    }
    return changes;
  }

  /** Silence until the limit counts as taken on; the clock is not touched (LIF-02). */
  Changes<AssignmentEvent> deemSignedFor() throws RefusedException {
    RefusedException.require(
        rules.deemedSignFor() && assignment.state() == AssignmentState.AWAITING_SIGN_FOR,
        ErrorCode.STATE_FORBIDS,
        "派办 " + assignment.id() + " 当前为“" + assignment.state().label() + "”，不能视为签收");
    Deadline due = assignment.terms().signForDue();
    RefusedException.require(
        !context.now().isBefore(due.at()),
        ErrorCode.TOO_EARLY,
        "视为签收须等到 " + due.at() + "，现在是 " + context.now());
    return acted(new Report.SignedFor(new SignFor(context.now(), context.actor(), true)));
  }

  Changes<AssignmentEvent> noteContact(NoteContact command) throws RefusedException {
    return acted(new Report.Contacted(contact(command.note(), command.way(), command.result())));
  }

  private Contact contact(String note, ContactWay way, ContactResult result)
      throws RefusedException {
    String text = RefusedException.requireText(note, ErrorCode.INVALID_INPUT, "联系情况");
    RefusedException.require(
        way.known() && result.known(), ErrorCode.INVALID_INPUT, "联系方式和联系结果须取自代码表");
    return new Contact(context.now(), context.actor(), text, way, result);
  }

  MergeDesk merging() {
    return new MergeDesk(assignment, context);
  }

  /** The lead joins what the co-handlers say, so it waits for them while there is time (DSP-02). */
  private void requireOpinions() throws RefusedException {
    boolean waits =
        context.policy().dispatch().leadWaits() && !assignment.terms().due().isPast(context.now());
    for (CoOpinion opinion : assignment.team().opinions()) {
      RefusedException.require(
          !waits || opinion.given(),
          ErrorCode.ORDERS_OUTSTANDING,
          "协办单位“"
              + opinion.assignee()
              + "”尚未反馈意见，主办单位须汇总各方意见后统一答复；办理时限 "
              + assignment.terms().due().at()
              + " 之后可先行答复（DSP-02）");
    }
  }

  /** Merged work is answered with its master; what has moved on meanwhile is left alone. */
  Changes<AssignmentEvent> follow(FollowMaster command) {
    Merge merge = assignment.team().merge();
    boolean follows =
        merge != null
            && merge.into().equals(command.master())
            && assignment.state() == AssignmentState.IN_HANDLING;
    return follows ? acted(new Report.Replied(replyOf(command.reply()))) : new Changes<>();
  }

  Changes<AssignmentEvent> reply(ReplyToHolder command) throws RefusedException {
    merging().requireAlone("单独答复");
    requireOpinions();
    RefusedException.requireText(command.content(), ErrorCode.REPLY_RULE, "答复内容");
    boolean mustContact =
        rules.replyNeedsContact()
            && !assignment.receivedByNode()
            && assignment.subject().requesterReachable();
    RefusedException.require(
        command.contactedRequester() || !mustContact,
        ErrorCode.REPLY_RULE,
        "答复前须先电话回复诉求人，收到的是“未联系诉求人”");
    requireVisitForSuggestion();
    requireDepartment();
    return acted(new Report.Replied(replyOf(command))).effects(merging().answered(command));
  }

  /** A hotline does not do a department's work in its place (TOP-23). */
  private void requireDepartment() throws RefusedException {
    boolean itself = assignment.receivedByNode() && assignment.orders().live().isEmpty();
    Category category = assignment.subject().category();
    RefusedException.require(
        !itself
            || context.policy().dispatch().hotlineHandles()
            || context.policy().intake().immediateClosure().contains(category),
        ErrorCode.REPLY_RULE,
        "热线只解答"
            + Labels.list(context.policy().intake().immediateClosure())
            + "，不代替部门履行职能；“"
            + category.label()
            + "”类诉求须先转承办单位或下级热线办理（TOP-23）");
  }

  private Reply replyOf(ReplyToHolder command) {
    return new Reply(
        command.content().strip(),
        command.resolved(),
        command.contactedRequester(),
        assignment.round(),
        context.now(),
        context.actor(),
        null);
  }

  /** A suggestion is talked over with its author first, on the spot (LIF-12, LIF-17). */
  private void requireVisitForSuggestion() throws RefusedException {
    boolean owed =
        !assignment.receivedByNode()
            && assignment.subject().category() == Category.SUGGESTION
            && assignment.subject().requesterReachable()
            && context.policy().requests().visits().contains(VisitCase.SUGGESTION);
    RefusedException.require(
        !owed
            || assignment
                .handling()
                .contactsSince(assignment.terms().dispatchedAt())
                .anyMatch(contact -> contact.way() == ContactWay.VISIT),
        ErrorCode.VISIT_MISSING,
        "建议类工单答复前必须上门沟通并登记上门记录（LIF-17）");
  }

  Changes<AssignmentEvent> requestReturn(RequestReturn command) throws RefusedException {
    String reason = RefusedException.requireText(command.reason(), ErrorCode.RETURN_RULE, "退单理由");
    String basis = RefusedException.requireText(command.basis(), ErrorCode.RETURN_RULE, "退单依据");
    String suggestion =
        RefusedException.requireText(command.suggestion(), ErrorCode.RETURN_RULE, "转送建议");
    merging().requireAlone("申请退单");
    String designation = assignment.charge().briefing().designation();
    RefusedException.require(
        designation == null,
        ErrorCode.RETURN_RULE,
        "派办 " + assignment.id() + " 经联席会议指定办理（" + designation + "），不能退单");
    Deadline returnBy = assignment.terms().returnBy();
    boolean late = returnBy.isPast(context.now());
    RefusedException.require(
        !late || rules.lateReturnAllowed(),
        ErrorCode.RETURN_RULE,
        "退单须在 " + returnBy.at() + " 前申请，现在是 " + context.now());
    return acted(
        new Report.ReturnRequested(
            new ReturnRequest(
                reason, basis, suggestion, context.now(), context.actor(), late, null)));
  }

  Changes<AssignmentEvent> request(RequestDraft draft) throws RefusedException {
    return acted(new RequestDesk(assignment, context).make(draft));
  }

  Changes<AssignmentEvent> plan(PlanWork command) throws RefusedException {
    return acted(new PlanDesk(assignment, context).make(command));
  }

  Changes<AssignmentEvent> finishStep(FinishStep command) throws RefusedException {
    return acted(new PlanDesk(assignment, context).finish(command));
  }

  Changes<AssignmentEvent> sign(SignRequest command) throws RefusedException {
    return acted(
        new RequestDesk(assignment, context)
            .sign(command.number(), command.approve(), command.opinion()));
  }

  Changes<AssignmentEvent> passOn(PassOnRequest command) throws RefusedException {
    Order order = Holder.of(assignment).order(command.order());
    return acted(
        new RequestDesk(assignment, context).passOn(order, order.pending(command.number())));
  }

  private Changes<AssignmentEvent> acted(Report report) {
    return new Changes<AssignmentEvent>()
        .event(new AssignmentEvent.AssigneeActed(report))
        .effect(
            new Effect.SendReport(assignment.id(), assignment.charge().assigner().code(), report));
  }
}
