package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.ClosureKind;
import hotline.node.classification.Merit;
import hotline.node.classification.NoticeKind;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Urgency;
import hotline.node.classification.WithheldCase;
import hotline.node.error.ErrorCode;
import hotline.node.policy.AssigneeKind;
import hotline.node.policy.HandlingLimit;
import hotline.node.policy.IntakeElement;
import hotline.node.policy.IntakeRules;
import hotline.node.policy.Milestone;
import hotline.node.policy.Policy;
import hotline.node.policy.RuledLimit;
import hotline.node.ticket.TicketCommand.AcceptTicket;
import hotline.node.ticket.TicketCommand.AnswerTicket;
import hotline.node.ticket.TicketCommand.RefuseTicket;
import hotline.node.ticket.TicketCommand.Ruling;
import hotline.node.ticket.TicketCommand.SupplementTicket;
import hotline.node.ticket.TicketEvent.TicketAccepted;
import hotline.node.ticket.TicketEvent.TicketAnswered;
import hotline.node.ticket.TicketEvent.TicketClosed;
import hotline.node.ticket.TicketEvent.TicketHandedToEmergency;
import hotline.node.ticket.TicketEvent.TicketRefused;
import hotline.node.ticket.TicketEvent.TicketRegistered;
import hotline.node.ticket.TicketEvent.TicketSupplemented;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Decides what becomes of an appeal that comes in: accepted, refused or answered at once. */
final class TicketIntake {

  private final DecisionContext context;

  TicketIntake(DecisionContext context) {
    this.context = context;
  }

  Changes<TicketEvent> register(RegisterTicket command) throws RefusedException {
    Appeal appeal = command.appeal();
    requireKnownCodes(appeal);
    RefusedException.requireText(appeal.title(), ErrorCode.INTAKE_INCOMPLETE, "标题");
    RefusedException.requireText(appeal.content(), ErrorCode.INTAKE_INCOMPLETE, "诉求内容");
    RefusedException.requireText(command.queryCode(), ErrorCode.INVALID_INPUT, "查询码");
    RefusedException.require(
        command.id().issuer().equals(context.self().code()),
        ErrorCode.NOT_OWNER,
        "工单编号 " + command.id() + " 不是本节点 " + context.self().code() + " 的编号");
    Changes<TicketEvent> changes = new Changes<>();
    changes.event(
        new TicketRegistered(
            command.id(),
            context.self(),
            command.queryCode(),
            appeal,
            command.requester(),
            context.now()));
    Ruling ruling = command.ruling();
    if (ruling != null) {
      changes.add(ruling.decide(TicketChanges.apply(null, changes.events()), context));
    }
    return changes;
  }

  Changes<TicketEvent> accept(Ticket ticket, AcceptTicket command) throws RefusedException {
    IntakeRules rules = context.policy().intake();
    TicketId earlier = command.duplicateOf();
    if (earlier != null && rules.refuseDuplicates()) {
      return refused(
          ticket,
          new Refusal(
              RefusalGround.DUPLICATE_IN_HANDLING,
              "您反映的同一事项已由工单 " + earlier + " 受理，正在办理期限内，请凭该工单查询进度。",
              context.now(),
              context.actor(),
              null,
              earlier.toString()));
    }
    TicketId concluded = command.concluded();
    boolean nothingNew = command.newFacts() == null || command.newFacts().isBlank();
    if (concluded != null && rules.refuseConcluded() && nothingNew) {
      return refused(
          ticket,
          new Refusal(
              RefusalGround.ALREADY_CONCLUDED,
              "您反映的事项已由工单 " + concluded + " 依法依规办结并答复，如有新的事实和理由，请补充说明后再次反映。",
              context.now(),
              context.actor(),
              null,
              concluded.toString()));
    }
    requireComplete(ticket.appeal(), ticket.requester());
    return new Changes<TicketEvent>().event(accepted(ticket.appeal()));
  }

  /** An enterprise's appeal is sent on faster where the policy says so (INT-12). */
  static RuledLimit dispatchLimit(Policy policy, Appeal appeal) {
    RuledLimit fast = policy.intake().enterprise().dispatch();
    return appeal.enterprise() && fast != null ? fast : policy.limits().dispatch();
  }

  private TicketAccepted accepted(Appeal appeal) {
    HandlingLimit handling =
        context
            .policy()
            .limits()
            .handling(appeal.matterCode(), appeal.category(), appeal.urgency(), AssigneeKind.UNIT);
    return new TicketAccepted(
        context.now(),
        deadline(dispatchLimit(context.policy(), appeal)),
        deadline(handling.reply()),
        handling.metBy().contains(Milestone.FEEDBACK),
        context.basis());
  }

  private Deadline deadline(RuledLimit limit) {
    return context.calendar().deadline(context.now(), limit.limit(), limit.rule());
  }

  Changes<TicketEvent> refuse(Ticket ticket, RefuseTicket command) throws RefusedException {
    IntakeRules rules = context.policy().intake();
    String guidance =
        RefusedException.requireText(
            command.guidance(), ErrorCode.REFUSAL_RULE, "不予受理的解释引导（反映渠道或解决建议）");
    RefusedException.require(
        rules.refusalGrounds().contains(command.ground()),
        ErrorCode.REFUSAL_RULE,
        "不予受理情形“"
            + command.ground().label()
            + "”不在本节点规则之内，应为"
            + Labels.list(rules.refusalGrounds()));
    RefusedException.require(
        !rules.unreasonableGetsVisit() || ticket.appeal().merit() != Merit.UNREASONABLE,
        ErrorCode.REFUSAL_RULE,
        "不合理诉求应予受理并上门劝说，不能以“" + command.ground().label() + "”不予受理");
    requireFactsOf(ticket, command);
    Changes<TicketEvent> changes = new Changes<>();
    EmergencyTransfer.Report transfer = command.transfer();
    if (transfer != null) {
      changes.add(transfer(transfer));
    }
    return changes.add(
        refused(
            ticket,
            new Refusal(
                command.ground(),
                guidance,
                context.now(),
                context.actor(),
                command.withheld(),
                command.earlier())));
  }

  private static Changes<TicketEvent> refused(Ticket ticket, Refusal refusal) {
    return new Changes<TicketEvent>()
        .event(new TicketRefused(refusal))
        .effect(new Effect.NotifyRequester(ticket.id(), NoticeKind.REFUSED, refusal.guidance()));
  }

  /** Some grounds only hold with the fact that they rest on. */
  private void requireFactsOf(Ticket ticket, RefuseTicket command) throws RefusedException {
    switch (command.ground()) {
      case EMERGENCY_SERVICE ->
          RefusedException.require(
              command.transfer() != null || !ticket.outcome().transfers().isEmpty(),
              ErrorCode.REFUSAL_RULE,
              "紧急求助须先转接紧急热线，并登记转接的号码（"
                  + String.join("、", new TreeSet<>(context.policy().lines().emergencyNumbers()))
                  + "）");
      case INFORMATION_WITHHELD -> {
        WithheldCase withheld = command.withheld();
        RefusedException.require(
            withheld != null && context.policy().intake().withheldCases().contains(withheld),
            ErrorCode.REFUSAL_RULE,
            "拒绝提供信息不予受理须注明属于哪一种情形：" + Labels.list(context.policy().intake().withheldCases()));
      }
      case ALREADY_CONCLUDED ->
          RefusedException.requireText(command.earlier(), ErrorCode.REFUSAL_RULE, "此前办结的工单编号或文书");
      default -> {}
    }
  }

  /** Whether it got through there or not, it is on the record. */
  Changes<TicketEvent> transfer(EmergencyTransfer.Report report) throws RefusedException {
    var numbers = context.policy().lines().emergencyNumbers();
    RefusedException.require(
        numbers.contains(report.number()),
        ErrorCode.REFUSAL_RULE,
        "“" + report.number() + "”不是紧急热线，应为" + String.join("、", new TreeSet<>(numbers)) + " 之一");
    return new Changes<TicketEvent>()
        .event(
            new TicketHandedToEmergency(
                new EmergencyTransfer(
                    report.number(),
                    report.connected(),
                    report.note(),
                    context.now(),
                    context.actor())));
  }

  Changes<TicketEvent> supplement(Ticket ticket, SupplementTicket command) throws RefusedException {
    String text =
        RefusedException.requireText(command.text(), ErrorCode.INTAKE_INCOMPLETE, "追加的内容");
    Supplement supplement = new Supplement(text, context.now(), context.actor());
    return new Changes<TicketEvent>()
        .event(new TicketSupplemented(supplement))
        .add(new OrderDesk(Holder.of(ticket), context).passOn(supplement));
  }

  Changes<TicketEvent> answer(Ticket ticket, AnswerTicket command) throws RefusedException {
    String text = RefusedException.requireText(command.answer(), ErrorCode.REPLY_RULE, "答复内容");
    RefusedException.require(
        context.policy().intake().immediateClosure().contains(ticket.appeal().category()),
        ErrorCode.REPLY_RULE,
        "“"
            + ticket.appeal().category().label()
            + "”类诉求应转承办单位办理，可以即时答复的是"
            + Labels.list(context.policy().intake().immediateClosure()));
    Changes<TicketEvent> changes = new Changes<>();
    if (ticket.state() == TicketState.REGISTERED) {
      requireComplete(ticket.appeal(), ticket.requester());
      changes.event(accepted(ticket.appeal()));
    }
    Answer answer = new Answer(text, context.now(), context.actor(), command.contacted());
    boolean followedUp = context.policy().followUp().afterImmediateAnswer();
    changes.event(new TicketAnswered(answer, followedUp ? TicketEnding.silentAt(context) : null));
    if (!followedUp) {
      changes.event(
          new TicketClosed(
              new Closure(ClosureKind.ANSWERED_AT_ONCE, context.now(), context.actor(), null)));
    }
    return changes.effect(new Effect.NotifyRequester(ticket.id(), NoticeKind.ANSWERED, text));
  }

  private static void requireKnownCodes(Appeal appeal) throws RefusedException {
    RefusedException.require(
        appeal.category() != Category.UNKNOWN
            && appeal.urgency() != Urgency.UNKNOWN
            && appeal.channel() != Channel.UNKNOWN,
        ErrorCode.INVALID_INPUT,
        "诉求类别、紧急程度、来源渠道须取自代码表");
  }

  /** The elements that an accepted appeal must have (INT-09). */
  private void requireComplete(Appeal appeal, Requester requester) throws RefusedException {
    IntakeRules rules = context.policy().intake();
    RefusedException.require(
        rules.anonymousAllowed() || !requester.anonymous(),
        ErrorCode.INTAKE_INCOMPLETE,
        "本节点不受理匿名诉求，应登记诉求人联系方式");
    RefusedException.require(
        rules.categories().contains(appeal.category()),
        ErrorCode.INTAKE_INCOMPLETE,
        "诉求类别“" + appeal.category().label() + "”不在本节点规则之内，应为" + Labels.list(rules.categories()));
    List<IntakeElement> missing = new ArrayList<>();
    for (IntakeElement element : IntakeElement.values()) {
      if (rules.required().contains(element) && !has(element, appeal, requester)) {
        missing.add(element);
      }
    }
    RefusedException.require(
        missing.isEmpty(), ErrorCode.INTAKE_INCOMPLETE, "受理要素不全，缺少" + Labels.list(missing));
  }

  private static boolean has(IntakeElement element, Appeal appeal, Requester requester) {
    return switch (element) {
      case CONTACT ->
          requester.anonymous()
              || requester.personal().phone() != null
              || requester.personal().name() != null
              || !appeal.aliases().isEmpty();
      case CONTENT -> !appeal.content().isBlank();
      case CATEGORY -> appeal.category().known();
      case OCCURRED_AT -> appeal.occurredAt() != null;
      case PLACE -> appeal.place() != null || appeal.region() != null;
      case MATTER -> appeal.matter() != null;
    };
  }
}
