package hotline.node.supervision;

import hotline.node.calendar.Deadline;
import hotline.node.classification.SupervisionState;
import hotline.node.entity.Checks;
import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.policy.SupervisionRules;
import hotline.node.supervision.SupervisionCommand.CloseSupervision;
import hotline.node.supervision.SupervisionCommand.EscalateSupervision;
import hotline.node.supervision.SupervisionCommand.Explain;
import hotline.node.supervision.SupervisionCommand.HoldAccountable;
import hotline.node.supervision.SupervisionCommand.JoinBody;
import hotline.node.supervision.SupervisionCommand.JudgeExplanation;
import hotline.node.supervision.SupervisionCommand.LiftSupervision;
import hotline.node.supervision.SupervisionCommand.NoteSession;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.EventType;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.UnitRef;
import hotline.node.ticket.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Decides about supervisions. Pure; a refusal is a {@link RefusedException}. */
public final class SupervisionLife {

  private SupervisionLife() {}

  /** Issues one, with an explanation due where the tool demands it. */
  public static Step<Supervision> issue(
      SupervisionId id, About about, Demand demand, DecisionContext context) {
    SupervisionRules rules = context.policy().supervision();
    Checks.requireText(demand.text(), ErrorCode.SUPERVISION_RULE, "督办要求");
    Checks.require(
        rules.tools().contains(demand.tool()),
        ErrorCode.SUPERVISION_RULE,
        "督办方式“" + demand.tool().label() + "”不在本节点规则之内");
    Deadline due =
        demand.tool().demandsExplanation()
            ? context
                .calendar()
                .deadline(context.now(), rules.explanation().limit(), rules.explanation().rule())
            : null;
    Supervision issued =
        new Supervision(
            id,
            1,
            context.self(),
            about,
            demand,
            context.now(),
            context.actor(),
            due,
            Course.BEGUN);
    return new Step<>(
        issued,
        EventType.SUPERVISION_ISSUED,
        demand.tool().label()
            + "，"
            + demand.trigger().label()
            + "，"
            + about.target().name()
            + "："
            + demand.text());
  }

  /** Decides a command about one that is not over. */
  public static Step<Supervision> decide(
      Supervision supervision, SupervisionCommand command, DecisionContext context) {
    SupervisionState state = supervision.course().state();
    Checks.require(
        !state.over(),
        ErrorCode.STATE_FORBIDS,
        "督办 " + supervision.id() + " 已是“" + state.label() + "”，不能再变更");
    if (command instanceof Explain explain) {
      return explain(supervision, explain, context);
    }
    requireSupervisor(supervision, context.actor());
    if (command instanceof JudgeExplanation judge) {
      return judge(supervision, judge, context);
    } else if (command instanceof NoteSession note) {
      return noteSession(supervision, note, context);
    } else if (command instanceof JoinBody join) {
      return join(supervision, join);
    } else if (command instanceof HoldAccountable hold) {
      return holdAccountable(supervision, hold, context);
    } else if (command instanceof EscalateSupervision escalate) {
      return escalate(supervision, escalate, context);
    } else if (command instanceof CloseSupervision close) {
      return close(supervision, close, context);
    } else if (command instanceof LiftSupervision lift) {
      String reason = Checks.requireText(lift.reason(), ErrorCode.OPINION_MISSING, "解除督办的理由");
      return new Step<>(
          supervision.next(
              supervision.course().ended(SupervisionState.LIFTED, remark(reason, context))),
          EventType.SUPERVISION_LIFTED,
          reason);
    }
    throw new AssertionError(command);
  }

  private static Step<Supervision> explain(
      Supervision supervision, Explain command, DecisionContext context) {
    String text = Checks.requireText(command.text(), ErrorCode.SUPERVISION_RULE, "情况说明");
    Deadline due = supervision.due();
    if (due == null || supervision.course().state() != SupervisionState.ISSUED) {
      throw new RefusedException(
          ErrorCode.STATE_FORBIDS,
          "督办 "
              + supervision.id()
              + " 当前为“"
              + supervision.course().state().label()
              + "”，没有待提交的情况说明");
    }
    Checks.require(
        speaksFor(context.actor(), supervision.about().target()),
        ErrorCode.FORBIDDEN,
        "情况说明须由被督办的“" + supervision.about().target().name() + "”提交");
    boolean late = due.isPast(context.now());
    return new Step<>(
        supervision.next(
            supervision
                .course()
                .explained(new Explanation(text, context.now(), context.actor(), late, null))),
        EventType.SUPERVISION_EXPLAINED,
        (late ? "（逾期）" : "") + text);
  }

  private static Step<Supervision> judge(
      Supervision supervision, JudgeExplanation command, DecisionContext context) {
    Checks.require(
        supervision.course().state() == SupervisionState.EXPLAINED,
        ErrorCode.STATE_FORBIDS,
        "督办 " + supervision.id() + " 没有待审的情况说明");
    if (!command.accept()) {
      Checks.requireText(command.opinion(), ErrorCode.OPINION_MISSING, "不认可的意见");
    }
    Verdict verdict =
        new Verdict(command.accept(), command.opinion(), context.now(), context.actor());
    return new Step<>(
        supervision.next(supervision.course().judged(verdict)),
        command.accept()
            ? EventType.SUPERVISION_EXPLANATION_ACCEPTED
            : EventType.SUPERVISION_EXPLANATION_REJECTED,
        command.opinion() == null ? "" : command.opinion());
  }

  private static Step<Supervision> noteSession(
      Supervision supervision, NoteSession command, DecisionContext context) {
    String participants =
        Checks.requireText(command.participants(), ErrorCode.SUPERVISION_RULE, "参加单位");
    String conclusion =
        Checks.requireText(command.conclusion(), ErrorCode.SUPERVISION_RULE, "会议（约谈、现场）结论");
    Session session = new Session(context.now(), context.actor(), participants, conclusion);
    return new Step<>(
        supervision.next(supervision.course().held(session)),
        EventType.SUPERVISION_SESSION_HELD,
        participants + "：" + conclusion);
  }

  private static Step<Supervision> join(Supervision supervision, JoinBody command) {
    String body = Checks.requireText(command.body(), ErrorCode.SUPERVISION_RULE, "联合督办单位");
    Demand demand = supervision.demand();
    Checks.require(
        !demand.jointBodies().contains(body), ErrorCode.ALREADY_EXISTS, "“" + body + "”已参加联合督办");
    List<String> bodies = new ArrayList<>(demand.jointBodies());
    bodies.add(body);
    return new Step<>(
        supervision.with(new Demand(demand.tool(), demand.trigger(), demand.text(), bodies)),
        EventType.SUPERVISION_JOINED,
        body);
  }

  private static Step<Supervision> holdAccountable(
      Supervision supervision, HoldAccountable command, DecisionContext context) {
    String finding = Checks.requireText(command.finding(), ErrorCode.SUPERVISION_RULE, "追责事实");
    String measure = Checks.requireText(command.measure(), ErrorCode.SUPERVISION_RULE, "追责措施");
    Checks.require(command.ground().known(), ErrorCode.SUPERVISION_RULE, "追责情形须取自代码表");
    String person = command.person() == null ? "" : command.person().strip();
    return new Step<>(
        supervision.next(
            supervision
                .course()
                .with(
                    new Accountability(
                        command.ground(),
                        person,
                        finding,
                        measure,
                        context.now(),
                        context.actor()))),
        EventType.ACCOUNTABILITY_RAISED,
        command.ground().label() + "：" + finding + "；" + measure);
  }

  private static Step<Supervision> escalate(
      Supervision supervision, EscalateSupervision command, DecisionContext context) {
    String reason = Checks.requireText(command.reason(), ErrorCode.OPINION_MISSING, "提级督办的理由");
    Checks.require(context.parent() != null, ErrorCode.NO_PARENT, "本节点没有上级，不能提级督办");
    Checks.require(
        supervision.course().escalated() == null,
        ErrorCode.ALREADY_EXISTS,
        "督办 " + supervision.id() + " 已提级");
    return new Step<>(
        supervision.next(supervision.course().escalated(remark(reason, context))),
        EventType.SUPERVISION_ESCALATED,
        reason);
  }

  /** What was owed has to be there: the explanation, and the session where the tool is one. */
  private static Step<Supervision> close(
      Supervision supervision, CloseSupervision command, DecisionContext context) {
    String conclusion = Checks.requireText(command.conclusion(), ErrorCode.OPINION_MISSING, "督办结论");
    Checks.require(
        supervision.due() == null || supervision.course().state() == SupervisionState.ACCEPTED,
        ErrorCode.SUPERVISION_RULE,
        "被督办单位的情况说明尚未认可（当前为“" + supervision.course().state().label() + "”），不能办结督办");
    Checks.require(
        !supervision.demand().tool().needsSession() || !supervision.course().sessions().isEmpty(),
        ErrorCode.SUPERVISION_RULE,
        "“" + supervision.demand().tool().label() + "”尚未进行，不能办结督办");
    return new Step<>(
        supervision.next(
            supervision.course().ended(SupervisionState.CLOSED, remark(conclusion, context))),
        EventType.SUPERVISION_CLOSED,
        conclusion);
  }

  private static Remark remark(String text, DecisionContext context) {
    return new Remark(text, context.now(), context.actor());
  }

  /** A unit never judges what is said against itself. */
  private static void requireSupervisor(Supervision supervision, Actor actor) {
    Checks.require(
        actor.unit() == null && !speaksFor(actor, supervision.about().target()),
        ErrorCode.FORBIDDEN,
        "被督办单位不能审核、变更对本单位的督办");
  }

  private static boolean speaksFor(Actor actor, Assignee target) {
    if (target instanceof UnitRef unit) {
      return unit.code().equals(actor.unit());
    }
    return target instanceof NodeRef node
        && actor.kind() == Actor.Kind.NODE
        && node.codeText().equals(actor.id());
  }
}
