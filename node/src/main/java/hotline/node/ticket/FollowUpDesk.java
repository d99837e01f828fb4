package hotline.node.ticket;

import hotline.node.classification.Category;
import hotline.node.classification.ClosureKind;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.Satisfaction;
import hotline.node.error.ErrorCode;
import hotline.node.policy.FollowUpRules;
import hotline.node.policy.RatingScale;
import hotline.node.ticket.TicketCommand.DecideScreening;
import hotline.node.ticket.TicketCommand.FollowUpTicket;
import hotline.node.ticket.TicketCommand.GivePanelOpinion;
import hotline.node.ticket.TicketCommand.NoteFollowUpCall;
import hotline.node.ticket.TicketCommand.RequestScreening;

/** Decides what is done about ratings, above all about those that do not pass. */
final class FollowUpDesk {

  private final Ticket ticket;
  private final DecisionContext context;
  private final FollowUpRules rules;

  FollowUpDesk(Ticket ticket, DecisionContext context) {
    this.ticket = ticket;
    this.context = context;
    this.rules = context.policy().followUp();
  }

  /** A rating as the policy asks for it, and never by those whose work is rated (RVS-15). */
  void requireProper(FollowUpTicket command) throws RefusedException {
    requirePlatform("回访");
    RefusedException.require(
        command.satisfaction().known()
            && command.channel().known()
            && command.channel() != FollowUpChannel.SILENCE,
        ErrorCode.FOLLOW_UP_RULE,
        "回访须注明方式（人工电话、手机短信、评价链接）和五档满意度之一");
    RefusedException.require(
        rules.channels().contains(command.channel()),
        ErrorCode.FOLLOW_UP_RULE,
        "本节点的回访方式为" + Labels.list(rules.channels()) + "，收到“" + command.channel().label() + "”");
    boolean oneOfTwo =
        command.satisfaction() == Satisfaction.SATISFIED
            || command.satisfaction() == Satisfaction.DISSATISFIED;
    RefusedException.require(
        rules.scale() == RatingScale.FIVE_GRADES || oneOfTwo,
        ErrorCode.FOLLOW_UP_RULE,
        "本节点回访只问是否满意、是否解决，满意度应为“满意”或“不满意”，收到“" + command.satisfaction().label() + "”");
  }

  Changes<TicketEvent> noteCall(NoteFollowUpCall command) throws RefusedException {
    requirePlatform("人工回访");
    String note = RefusedException.requireText(command.note(), ErrorCode.FOLLOW_UP_RULE, "人工回访情况");
    return new Changes<TicketEvent>()
        .event(
            new TicketEvent.RequesterCalled(
                new FollowUpCall(
                    ticket.followUps().round(),
                    context.now(),
                    context.actor(),
                    command.reached(),
                    note)));
  }

  /**
   * What a dissatisfied rating leads to may follow only when the citizen has been heard (RVS-07).
   */
  void requireHeard(String action) throws RefusedException {
    FollowUps followUps = ticket.followUps();
    if (!rules.callWhenDissatisfied() || !followUps.dissatisfied()) {
      return;
    }
    boolean heard =
        followUps.ofThisRound().filter(r -> r.channel() == FollowUpChannel.CALL).isPresent()
            || followUps.callsOfThisRound().stream().anyMatch(FollowUpCall::reached)
            || followUps.callsOfThisRound().size() >= rules.callAttempts();
    RefusedException.require(
        heard || !ticket.requester().reachable(),
        ErrorCode.FOLLOW_UP_RULE,
        action
            + "前须先人工电话回访、了解不满意的原因（未接通的至少"
            + rules.callAttempts()
            + "次），现已呼叫"
            + followUps.callsOfThisRound().size()
            + "次");
  }

  /** The legal panel is heard before a redo where the policy says so (LIF-20). */
  void requirePanel() throws RefusedException {
    if (!rules.panelBeforeRedo()) {
      return;
    }
    PanelOpinion opinion =
        ticket
            .followUps()
            .panelOfThisRound()
            .orElseThrow(() -> new RefusedException(ErrorCode.REDO_RULE, "发回重办前须先由法律顾问团队审核研判"));
    RefusedException.require(
        opinion.unitAtFault(), ErrorCode.REDO_RULE, "法律顾问研判认为无需重办，应向诉求人解释说明：" + opinion.opinion());
  }

  Changes<TicketEvent> panelOpinion(GivePanelOpinion command) throws RefusedException {
    requirePlatform("法律顾问研判");
    String opinion =
        RefusedException.requireText(command.opinion(), ErrorCode.OPINION_MISSING, "研判意见");
    return new Changes<TicketEvent>()
        .event(
            new TicketEvent.PanelReviewed(
                new PanelOpinion(
                    ticket.followUps().round(),
                    command.unitAtFault(),
                    opinion,
                    context.now(),
                    context.actor())));
  }

  Changes<TicketEvent> requestScreening(RequestScreening command) throws RefusedException {
    String reason =
        RefusedException.requireText(command.reason(), ErrorCode.SCREENING_RULE, "甄别理由");
    RefusedException.require(
        rules.screeningGrounds().contains(command.ground()),
        ErrorCode.SCREENING_RULE,
        rules.screeningGrounds().isEmpty()
            ? "本节点规则没有甄别"
            : "甄别情形“" + command.ground().label() + "”不在本节点规则之内");
    requireFits(command);
    return new Changes<TicketEvent>()
        .event(
            new TicketEvent.ScreeningRequested(
                new Screening(
                    ticket.followUps().round(),
                    command.ground(),
                    reason,
                    context.now(),
                    context.actor(),
                    null)));
  }

  /** What can be seen from the ticket is not left to anybody's opinion. */
  private void requireFits(RequestScreening command) throws RefusedException {
    switch (command.ground()) {
      case SUGGESTION ->
          RefusedException.require(
              ticket.appeal().category() == Category.SUGGESTION,
              ErrorCode.SCREENING_RULE,
              "只有建议类工单可按建议类甄别，本工单为“" + ticket.appeal().category().label() + "”");
      case NO_BASIS_EXPLAINED -> {
        Closure closure = ticket.outcome().closure();
        RefusedException.require(
            closure != null && closure.kind() == ClosureKind.EXPLAINED,
            ErrorCode.SCREENING_RULE,
            "须先向诉求人详细解释说明，再按“已详细解释”甄别");
      }
      case LAWFUL_PROCEDURE, UNKNOWN -> {}
    }
  }

  Changes<TicketEvent> decideScreening(DecideScreening command) throws RefusedException {
    requirePlatform("审核甄别");
    Screening pending =
        ticket
            .followUps()
            .pendingScreening()
            .orElseThrow(
                () ->
                    new RefusedException(
                        ErrorCode.STATE_FORBIDS, "工单 " + ticket.id() + " 没有待审的甄别申请"));
    RefusedException.require(
        !pending.by().id().equals(context.actor().id()),
        ErrorCode.SCREENING_RULE,
        "甄别的申请和审核须由不同的人进行");
    if (!command.approve()) {
      RefusedException.requireText(command.opinion(), ErrorCode.OPINION_MISSING, "不通过的意见");
    }
    return new Changes<TicketEvent>()
        .event(
            new TicketEvent.ScreeningDecided(
                pending,
                new Verdict(command.approve(), command.opinion(), context.now(), context.actor())));
  }

  /** Sent is handled (RVS-02); said once for each answer. */
  Changes<TicketEvent> noteSent() {
    Changes<TicketEvent> changes = new Changes<>();
    boolean answered = ticket.outcome().answer() != null;
    if (answered && ticket.followUps().sentAt() == null && ticket.state() != TicketState.ARCHIVED) {
      changes.event(new TicketEvent.AnswerSent(context.now()));
    }
    return changes;
  }

  /** A unit never follows up or scores its own work. */
  private void requirePlatform(String action) throws RefusedException {
    RefusedException.require(
        context.actor().unit() == null, ErrorCode.FORBIDDEN, action + "由热线平台进行，承办单位不能评价本单位的办件");
  }
}
