package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Approver;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.RequestKind;
import hotline.node.classification.RequestNeed;
import hotline.node.error.ErrorCode;
import hotline.node.policy.LeadRule;
import hotline.node.policy.RequestRule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an assignee can make a request, and has it signed inside the unit. What a kind
 * needs, and whose signatures, is policy (LIF-09 to LIF-18, ACC-14, RVS-04).
 */
final class RequestDesk {

  private static final int LONGEST = 365;

  private final Assignment assignment;
  private final DecisionContext context;

  RequestDesk(Assignment assignment, DecisionContext context) {
    this.assignment = assignment;
    this.context = context;
  }

  Report make(RequestDraft draft) throws RefusedException {
    RequestKind kind = draft.kind();
    RequestRule rule =
        context
            .policy()
            .requests()
            .of(kind)
            .orElseThrow(
                () -> new RefusedException(codeOf(kind), "本节点规则不设“" + kind.label() + "”申请"));
    // whoever finds later that others are needed coordinates them, or is told who does
    RefusedException.require(
        kind != RequestKind.CO_HANDLING
            || context.policy().organisation().leadAfterwards() == LeadRule.FIRST_RECEIVER,
        codeOf(kind),
        "本节点规则中后续牵头不归首接单位，不能“" + kind.label() + "”：请申请退单并说明建议的牵头单位");
    requireTime(kind);
    String reason = RefusedException.requireText(draft.reason(), codeOf(kind), kind.label() + "理由");
    requireNeeds(draft, rule);
    if (kind == RequestKind.EXTENSION || kind == RequestKind.ON_ACCOUNT) {
      new PlanDesk(assignment, context).requirePlan(kind.label());
    }
    Deadline until = until(draft, rule);
    List<Approver> atUnit = assignment.receivedByNode() ? List.of() : rule.atUnit();
    boolean decidedHere = atUnit.isEmpty() && rule.atHolder().isEmpty();
    return new Report.RequestMade(
        new Request(
            assignment.handling().requests().size() + 1,
            kind,
            assignment.round(),
            reason,
            draft.basis(),
            draft.workingDays(),
            until,
            draft.requesterInformed(),
            draft.requesterConsents(),
            null,
            context.now(),
            context.actor(),
            atUnit,
            List.of(),
            decidedHere ? new Verdict(true, null, context.now(), context.actor()) : null));
  }

  Report sign(int number, boolean approve, @Nullable String opinion) throws RefusedException {
    Request request =
        assignment
            .handling()
            .request(number)
            .orElseThrow(
                () ->
                    new RefusedException(
                        ErrorCode.NO_SUCH_REQUEST,
                        "派办 " + assignment.id() + " 没有第 " + number + " 号申请"));
    Approver next =
        request
            .nextAtUnit()
            .orElseThrow(
                () ->
                    new RefusedException(
                        ErrorCode.STATE_FORBIDS, "“" + request.kind().label() + "”申请不待本单位签批"));
    Verdict verdict = Approvals.verdict(next, approve, opinion, context);
    RefusedException.require(
        !context.actor().id().equals(request.by().id()),
        ErrorCode.FORBIDDEN,
        "申请人不得签批自己的“" + request.kind().label() + "”申请");
    boolean last = request.signatures().size() + 1 == request.atUnit().size();
    boolean decidedHere =
        context
            .policy()
            .requests()
            .of(request.kind())
            .filter(rule -> rule.atHolder().isEmpty())
            .isPresent();
    boolean over = !approve || (last && decidedHere);
    return new Report.RequestSigned(number, new Signature(next, verdict), over ? verdict : null);
  }

  /** Passes the request of an order that was placed from here on to where the work came from. */
  Report passOn(Order order, Request request) throws RefusedException {
    requireTime(request.kind());
    List<Approver> atUnit =
        assignment.receivedByNode()
            ? List.of()
            : context
                .policy()
                .requests()
                .of(request.kind())
                .map(RequestRule::atUnit)
                .orElse(List.of());
    return new Report.RequestMade(
        new Request(
            assignment.handling().requests().size() + 1,
            request.kind(),
            assignment.round(),
            "转呈“" + order.assignee().name() + "”：" + request.reason(),
            request.basis(),
            request.workingDays(),
            request.until(),
            request.requesterInformed(),
            request.requesterConsents(),
            new Request.Behalf(order.assignment(), request.number()),
            context.now(),
            context.actor(),
            atUnit,
            List.of(),
            null));
  }

  private void requireTime(RequestKind kind) throws RefusedException {
    boolean working = assignment.state() == AssignmentState.IN_HANDLING;
    RefusedException.require(
        working || kind == RequestKind.EXCLUSION,
        ErrorCode.STATE_FORBIDS,
        "派办 "
            + assignment.id()
            + " 当前为“"
            + assignment.state().label()
            + "”，不能申请"
            + kind.label()
            + "，须为“"
            + AssignmentState.IN_HANDLING.label()
            + "”");
    RefusedException.require(
        assignment.handling().pendingRequest(kind, assignment.round()).isEmpty(),
        ErrorCode.STATE_FORBIDS,
        "已有待批的“" + kind.label() + "”申请，不能申请" + kind.label());
    RefusedException.require(
        kind != RequestKind.STOP_HANDLING || !assignment.receivedByNode(),
        codeOf(kind),
        "停止办理由承办单位提出，节点应将情况作为答复反馈");
  }

  private void requireNeeds(RequestDraft draft, RequestRule rule) throws RefusedException {
    RequestKind kind = draft.kind();
    boolean reachable = assignment.subject().requesterReachable();
    for (RequestNeed need : RequestNeed.values()) {
      if (!rule.needs().contains(need)) {
        continue;
      }
      boolean met =
          switch (need) {
            case INFORMED -> draft.requesterInformed() || !reachable;
            case VISIT -> !reachable || visited();
            case CONSENT -> draft.requesterConsents() || !reachable;
            case BASIS -> draft.basis() != null && !draft.basis().isBlank();
            case END_DATE -> draft.until() != null || draft.workingDays() > 0;
            case ATTEMPTS -> stoppable(rule.attempts());
            case UNKNOWN -> true;
          };
      RefusedException.require(
          met,
          need == RequestNeed.VISIT ? ErrorCode.VISIT_MISSING : codeOf(kind),
          missing(need, kind, rule));
    }
  }

  private static String missing(RequestNeed need, RequestKind kind, RequestRule rule) {
    return switch (need) {
      case INFORMED -> "申请" + kind.label() + "须同时向诉求人说明";
      case VISIT -> "申请" + kind.label() + "前必须上门联系诉求人并登记上门记录（" + rule.rule() + "）";
      case CONSENT -> "申请" + kind.label() + "须经诉求人认可";
      case BASIS -> kind.label() + "依据不能为空";
      case END_DATE -> "申请" + kind.label() + "须明确办结时间";
      case ATTEMPTS -> "停止办理须登记诉求人拒绝提供材料，或至少 " + rule.attempts() + " 次未能联系上的记录（ACC-14）";
      case UNKNOWN -> "不明条件";
    };
  }

  private boolean visited() {
    return assignment
        .handling()
        .contactsSince(assignment.terms().dispatchedAt())
        .anyMatch(contact -> contact.way() == ContactWay.VISIT);
  }

  private boolean stoppable(int attempts) {
    List<Contact> contacts =
        assignment.handling().contactsSince(assignment.terms().dispatchedAt()).toList();
    return contacts.stream().anyMatch(c -> c.result() == ContactResult.WITHHELD)
        || contacts.stream().filter(c -> c.result() == ContactResult.UNREACHED).count() >= attempts;
  }

  /** The deadline that is asked for; null where the kind is not about time. */
  private @Nullable Deadline until(RequestDraft draft, RequestRule rule) throws RefusedException {
    return switch (draft.kind()) {
      case EXTENSION -> extended(draft, rule);
      case ON_ACCOUNT -> agreed(draft, rule);
      case EXCLUSION, STOP_HANDLING, WRITTEN_REPLY, CO_HANDLING, UNKNOWN -> null;
    };
  }

  private Deadline extended(RequestDraft draft, RequestRule rule) throws RefusedException {
    int factor = context.policy().assignments().extensionFactor();
    RefusedException.require(factor > 0, ErrorCode.EXTENSION_RULE, "本节点规则不允许延期");
    Deadline until = later(draft, rule);
    Deadline latest = assignment.terms().latestDue();
    RefusedException.require(
        !until.at().isAfter(latest.at()),
        ErrorCode.EXTENSION_RULE,
        "延期至 " + until.at() + " 超过上限 " + latest.at() + "（不超过原办理时限的 " + factor + " 倍）");
    return until;
  }

  /** Any number of days later, or until the end of the day that was agreed. No cap (LIF-10). */
  private Deadline agreed(RequestDraft draft, RequestRule rule) throws RefusedException {
    LocalDate day = draft.until();
    if (day == null) {
      return later(draft, rule);
    }
    Deadline due = assignment.terms().due();
    LocalDate today = context.calendar().dayOf(context.now());
    RefusedException.require(
        day.isAfter(context.calendar().dayOf(due.at())) && !day.isAfter(today.plusDays(LONGEST)),
        ErrorCode.REQUEST_RULE,
        "挂账的办结日期须晚于现办理时限 " + due.at() + " 且在一年之内，收到 " + day);
    requireInTime(draft.kind());
    return context.calendar().endOf(day, rule.rule());
  }

  private Deadline later(RequestDraft draft, RequestRule rule) throws RefusedException {
    RefusedException.require(
        draft.workingDays() >= 1 && draft.workingDays() <= LONGEST,
        codeOf(draft.kind()),
        "延长的工作日应为 1 至 " + LONGEST + "，收到 " + draft.workingDays());
    requireInTime(draft.kind());
    return context.calendar().extend(assignment.terms().due(), draft.workingDays(), rule.rule());
  }

  private void requireInTime(RequestKind kind) throws RefusedException {
    Deadline due = assignment.terms().due();
    RefusedException.require(
        !due.isPast(context.now()),
        codeOf(kind),
        kind.label() + "须在办理时限 " + due.at() + " 之内申请，现在是 " + context.now());
  }

  private static ErrorCode codeOf(RequestKind kind) {
    return kind == RequestKind.EXTENSION ? ErrorCode.EXTENSION_RULE : ErrorCode.REQUEST_RULE;
  }
}
