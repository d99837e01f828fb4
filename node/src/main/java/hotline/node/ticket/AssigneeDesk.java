package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.error.ErrorCode;
import hotline.node.policy.AssignmentRules;
import hotline.node.ticket.AssignmentCommand.NoteContact;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.RequestExtension;
import hotline.node.ticket.AssignmentCommand.RequestReturn;
import hotline.node.ticket.AssignmentCommand.SignForWork;

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
      changes.add(acted(new Report.Contacted(contact(contactNote))));
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
    return acted(new Report.Contacted(contact(command.note())));
  }

  private Contact contact(String note) throws RefusedException {
    String text = RefusedException.requireText(note, ErrorCode.INVALID_INPUT, "联系情况");
    return new Contact(context.now(), context.actor(), text);
  }

  Changes<AssignmentEvent> reply(ReplyToHolder command) throws RefusedException {
    String content = RefusedException.requireText(command.content(), ErrorCode.REPLY_RULE, "答复内容");
    boolean mustContact =
        rules.replyNeedsContact()
            && !assignment.receivedByNode()
            && assignment.subject().requesterReachable();
    RefusedException.require(
        command.contactedRequester() || !mustContact,
        ErrorCode.REPLY_RULE,
        "答复前须先电话回复诉求人，收到的是“未联系诉求人”");
    return acted(
        new Report.Replied(
            new Reply(
                content,
                command.resolved(),
                command.contactedRequester(),
                assignment.round(),
                context.now(),
                context.actor(),
                null)));
  }

  Changes<AssignmentEvent> requestReturn(RequestReturn command) throws RefusedException {
    String reason = RefusedException.requireText(command.reason(), ErrorCode.RETURN_RULE, "退单理由");
    String basis = RefusedException.requireText(command.basis(), ErrorCode.RETURN_RULE, "退单依据");
    String suggestion =
        RefusedException.requireText(command.suggestion(), ErrorCode.RETURN_RULE, "转送建议");
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

  Changes<AssignmentEvent> requestExtension(RequestExtension command) throws RefusedException {
    String reason =
        RefusedException.requireText(command.reason(), ErrorCode.EXTENSION_RULE, "延期理由");
    RefusedException.require(rules.extensionFactor() > 0, ErrorCode.EXTENSION_RULE, "本节点规则不允许延期");
    RefusedException.require(
        command.workingDays() >= 1 && command.workingDays() <= 365,
        ErrorCode.EXTENSION_RULE,
        "延长的工作日应为 1 至 365，收到 " + command.workingDays());
    RefusedException.require(
        command.requesterInformed()
            || !rules.extensionNeedsInformedRequester()
            || !assignment.subject().requesterReachable(),
        ErrorCode.EXTENSION_RULE,
        "申请延期须同时向诉求人说明");
    Deadline due = assignment.terms().due();
    RefusedException.require(
        !due.isPast(context.now()),
        ErrorCode.EXTENSION_RULE,
        "延期须在办理时限 " + due.at() + " 之内申请，现在是 " + context.now());
    Deadline until = context.calendar().extend(due, command.workingDays(), "LIF-09");
    Deadline latest = assignment.terms().latestDue();
    RefusedException.require(
        !until.at().isAfter(latest.at()),
        ErrorCode.EXTENSION_RULE,
        "延期至 "
            + until.at()
            + " 超过上限 "
            + latest.at()
            + "（不超过原办理时限的 "
            + rules.extensionFactor()
            + " 倍）");
    return acted(
        new Report.ExtensionRequested(
            new Extension(
                reason,
                command.workingDays(),
                until,
                command.requesterInformed(),
                context.now(),
                context.actor(),
                null)));
  }

  private Changes<AssignmentEvent> acted(Report report) {
    return new Changes<AssignmentEvent>()
        .event(new AssignmentEvent.AssigneeActed(report))
        .effect(
            new Effect.SendReport(assignment.id(), assignment.charge().assigner().code(), report));
  }
}
