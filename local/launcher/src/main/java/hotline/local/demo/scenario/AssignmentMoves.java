package hotline.local.demo.scenario;

import hotline.local.demo.client.AssignmentView;
import hotline.local.demo.client.OrderView;
import hotline.local.demo.client.Reference;
import hotline.local.demo.client.TicketView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the one who carries an assignment out does next with it: a unit, or a node that got it. */
final class AssignmentMoves {

  private static final String CONTACT_NOTE = "已电话联系诉求人，了解情况并告知办理流程和时限。";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Period PUT_OFF = Period.ofDays(30);

  private final Decisions decisions;
  private final HolderMoves holder;
  private final Phrases phrases;
  private final Clock clock;

  AssignmentMoves(Decisions decisions, HolderMoves holder, Phrases phrases, Clock clock) {
    this.decisions = decisions;
    this.holder = holder;
    this.phrases = phrases;
    this.clock = clock;
  }

  /** The next move; empty while others are at work, and in the end. */
  Optional<Move> next(TicketView ticket, AssignmentView assignment, Reference reference) {
    return switch (assignment.state()) {
      case "AWAITING_SIGN_FOR" -> Optional.of(signFor(ticket, assignment));
      case "IN_HANDLING" ->
          assignment.receivedByNode()
              ? handleAsNode(ticket, assignment, reference)
              : handleAsUnit(ticket, assignment);
      default -> Optional.empty();
    };
  }

  /** A unit speaks with the citizen before it signs, or right afterwards (LIF-01). */
  private Move signFor(TicketView ticket, AssignmentView assignment) {
    String user = Users.handlerOf(assignment);
    if (assignment.receivedByNode()) {
      return Move.of(user, "sign-for", Map.of(), Act.SIGNED_FOR, Act.RECEIVED);
    }
    if (decisions.contactsBeforeSigning(ticket, assignment)) {
      return Move.of(
          user, "sign-for", Map.of("contactNote", CONTACT_NOTE), Act.SIGNED_FOR, Act.CONTACTED);
    }
    return Move.of(user, "sign-for", Map.of(), Act.SIGNED_FOR)
        .then(Move.of(user, "contact", Map.of("note", CONTACT_NOTE), Act.CONTACTED));
  }

  private Optional<Move> handleAsUnit(TicketView ticket, AssignmentView assignment) {
    if (assignment.awaitsExtension()) {
      return Optional.empty();
    }
    Optional<AssignmentView.RequestView> putOff = assignment.putOff();
    if (putOff.isPresent() && putOff.get().nextAtUnit() != null) {
      return Optional.of(sign(assignment, putOff.get()));
    }
    if (putOff.isPresent() && putOff.get().awaitsHolder()) {
      return Optional.empty();
    }
    if (putOff.isEmpty() && decisions.putsOff(ticket, assignment)) {
      return Optional.of(putOff(ticket, assignment));
    }
    Optional<Move> wish = wish(ticket, assignment);
    return wish.isPresent() ? wish : replyOnceHeard(ticket, assignment);
  }

  private Optional<Move> handleAsNode(
      TicketView ticket, AssignmentView assignment, Reference reference) {
    List<OrderView> orders = assignment.orders();
    Optional<Move> answer = holder.answerAssignee(ticket, orders, false);
    if (answer.isPresent()) {
      return answer;
    }
    if (assignment.awaitsExtension() || HolderMoves.outstanding(orders)) {
      return Optional.empty();
    }
    Optional<OrderView> lead = HolderMoves.liveLead(orders);
    if (lead.isPresent()) {
      boolean unitMustRedo =
          lead.get().repliedRound() < assignment.round() && !assignment.sentBack();
      return unitMustRedo
          ? Optional.of(holder.redo(Users.REVIEWER, ticket, lead.get()))
          : replyOnceHeard(ticket, assignment);
    }
    Optional<Move> wish = wish(ticket, assignment);
    if (wish.isPresent()) {
      return wish;
    }
    if (orders.isEmpty() && (assignment.round() > 1 || decisions.nodeAnswersItself(ticket))) {
      return replyOnceHeard(ticket, assignment);
    }
    return Optional.of(
        holder.dispatch(ticket, orders, reference, Set.of(assignment.assigner().code())));
  }

  /** The unit has been there, and the citizen agrees to a day (LIF-10). */
  private Move putOff(TicketView ticket, AssignmentView assignment) {
    String user = Users.handlerOf(assignment);
    return Move.of(
            user,
            "contact",
            Map.of("note", "已上门说明原因，诉求人认可延后办理。", "way", "VISIT", "result", "REACHED"),
            Act.CONTACTED)
        .then(
            planned(
                ticket,
                Move.of(
                    user,
                    "request",
                    Map.of(
                        "kind",
                        "ON_ACCOUNT",
                        "reason",
                        "管线改造须待专项资金下达后施工",
                        "until",
                        today().plus(PUT_OFF).toString(),
                        "requesterConsents",
                        true),
                    Act.PUT_OFF_REQUESTED)));
  }

  /** What is hard gets more time only with a plan that the citizen has explained (RVS-18). */
  private Move planned(TicketView ticket, Move request) {
    if (!ticket.urgency().equals("COMPLEX")) {
      return request;
    }
    return Move.of(
            request.user(),
            "plan",
            Map.of(
                "explanation",
                "涉及多个部门和历史资料，一时难以解决",
                "steps",
                List.of(
                    Map.of("day", today().plusDays(1).toString(), "what", "会同有关部门现场核实"),
                    Map.of("day", today().plusDays(5).toString(), "what", "形成处理意见并答复诉求人"))),
            Act.PLANNED)
        .then(request);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  private static Move sign(AssignmentView assignment, AssignmentView.RequestView request) {
    return Move.of(
        Users.deputyOf(assignment),
        "sign-request",
        Map.of("number", request.number(), "approve", true, "opinion", "情况属实。"),
        Act.PUT_OFF_SIGNED);
  }

  /** A return or more time, where the assignee wants one. */
  private Optional<Move> wish(TicketView ticket, AssignmentView assignment) {
    String user = Users.handlerOf(assignment);
    if (decisions.asksForReturn(ticket, assignment)) {
      return Optional.of(
          Move.of(
                  user,
                  "request-return",
                  Map.of(
                      "reason", phrases.returnReason(Decisions.key(ticket)),
                      "basis", "本单位“三定”规定及权责清单",
                      "suggestion", "建议转相关主管部门办理"),
                  Act.RETURN_REQUESTED)
              .affecting(Set.of(assignment.assigner().code())));
    }
    if (decisions.asksForExtension(ticket, assignment)) {
      return Optional.of(
          planned(
              ticket,
              Move.of(
                      user,
                      "request-extension",
                      Map.of(
                          "reason",
                          "需要多部门现场会商，材料尚在调取",
                          "workingDays",
                          1,
                          "requesterInformed",
                          true),
                      Act.EXTENSION_REQUESTED)
                  .affecting(Set.of(assignment.assigner().code()))));
    }
    return Optional.empty();
  }

  /** A lead replies once the co-handlers have said what they have to say. */
  private Optional<Move> replyOnceHeard(TicketView ticket, AssignmentView assignment) {
    return assignment.waitsForOpinions()
        ? Optional.empty()
        : Optional.of(reply(ticket, assignment));
  }

  private Move reply(TicketView ticket, AssignmentView assignment) {
    boolean again = assignment.round() > 1 || !assignment.replies().isEmpty();
    String key = Decisions.key(ticket) + Decisions.path(assignment.id());
    return Move.of(
            Users.handlerOf(assignment),
            "reply",
            Map.of(
                "content", phrases.reply(key, again), "resolved", true, "contactedRequester", true),
            again ? Act.REPLIED_AGAIN : Act.REPLIED)
        .affecting(Set.of(assignment.assigner().code()));
  }
}
