package hotline.local.demo.scenario;

import hotline.local.demo.client.OrderView;
import hotline.local.demo.client.Reference;
import hotline.local.demo.client.TicketView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the owner of a ticket does next with it. */
final class TicketMoves {

  private final Decisions decisions;
  private final HolderMoves holder;
  private final Phrases phrases;

  TicketMoves(Decisions decisions, HolderMoves holder, Phrases phrases) {
    this.decisions = decisions;
    this.holder = holder;
    this.phrases = phrases;
  }

  /** The next move; empty while others are at work, and in the end. */
  Optional<Move> next(TicketView ticket, Reference reference) {
    return switch (ticket.state()) {
      case "REGISTERED" -> Optional.of(rule(ticket));
      case "ACCEPTED", "IN_HANDLING", "IN_REVIEW" -> handle(ticket, reference);
      case "AWAITING_FOLLOW_UP" -> Optional.of(followUp(ticket));
      case "CLOSED" -> Optional.of(Move.of(Users.FOLLOW_UP, "archive", Map.of(), Act.ARCHIVED));
      default -> Optional.empty();
    };
  }

  private Move rule(TicketView ticket) {
    Optional<String> ground = decisions.refusalGround(ticket);
    if (ground.isPresent()) {
      return Move.of(Users.CALL_TAKER, "refuse", refusal(ground.get()), Act.REFUSED);
    }
    if (decisions.answersAtOnce(ticket)) {
      return Move.of(
          Users.CALL_TAKER,
          "answer",
          Map.of("answer", phrases.answer(Decisions.key(ticket))),
          Act.ACCEPTED,
          Act.ANSWERED);
    }
    return Move.of(Users.CALL_TAKER, "accept", Map.of(), Act.ACCEPTED);
  }

  /** With the fact that some grounds rest on. */
  private Map<String, Object> refusal(String ground) {
    Map<String, Object> body = new HashMap<>();
    body.put("ground", ground);
    body.put("guidance", decisions.guidance(ground));
    switch (ground) {
      case "EMERGENCY_SERVICE" -> body.put("emergencyNumber", "110");
      case "INFORMATION_WITHHELD" -> body.put("withheld", "CONTACT_NEEDED");
      case "ALREADY_CONCLUDED" -> body.put("earlier", "此前来电的办结答复");
      default -> {}
    }
    return body;
  }

  private Optional<Move> handle(TicketView ticket, Reference reference) {
    Optional<Move> answer = holder.answerAssignee(ticket, ticket.orders(), true);
    if (answer.isPresent()) {
      return answer;
    }
    if (HolderMoves.liveLead(ticket.orders()).isPresent()) {
      return urge(ticket);
    }
    if (reference.parent() != null
        && ticket.orders().isEmpty()
        && decisions.escalates(ticket, reference.node().tier())) {
      return Optional.of(
          Move.of(
                  Users.DISPATCHER,
                  "escalate",
                  Map.of("reason", "涉及上级部门职责，本级无法协调解决，请上级热线统筹办理。"),
                  Act.DISPATCHED,
                  Act.ESCALATED)
              .affecting(Set.of(reference.parent().code())));
    }
    return Optional.of(holder.dispatch(ticket, ticket.orders(), reference, Set.of()));
  }

  /** Presses once for what is outstanding. */
  private Optional<Move> urge(TicketView ticket) {
    if (!HolderMoves.outstanding(ticket.orders())
        || ticket.orders().stream().anyMatch(OrderView::urged)) {
      return Optional.empty();
    }
    if (decisions.supervises(ticket)) {
      return Optional.of(
          Move.of(
              Users.SUPERVISOR, "supervise", Map.of("text", "请按时限办结，并书面说明办理情况。"), Act.SUPERVISED));
    }
    return decisions.reminds(ticket)
        ? Optional.of(
            Move.of(Users.SUPERVISOR, "remind", Map.of("text", "诉求人来电催问，请抓紧办理。"), Act.REMINDED))
        : Optional.empty();
  }

  private Move followUp(TicketView ticket) {
    Optional<OrderView> lead = HolderMoves.liveLead(ticket.orders());
    int answers = lead.map(OrderView::repliedRound).orElse(1);
    if (ticket.followUps().size() >= answers && ticket.dissatisfied()) {
      return lead.isPresent() && answers == 1 && decisions.unitAtFault(ticket)
          ? holder.redo(Users.FOLLOW_UP, ticket, lead.get())
          : Move.of(
              Users.FOLLOW_UP,
              "explain",
              Map.of("explanation", "所提要求超出现行政策规定，已详细解释政策依据并告知其他救济渠道。"),
              Act.EXPLAINED);
    }
    if (ticket.requester().phone() == null) {
      return Move.of(Users.FOLLOW_UP, "close", Map.of());
    }
    String satisfaction = decisions.satisfaction(ticket);
    boolean passes = !satisfaction.endsWith("DISSATISFIED");
    return Move.of(
        Users.FOLLOW_UP,
        "follow-up",
        Map.of(
            "channel",
            // whoever is dissatisfied is heard by phone before anything follows (RVS-07)
            passes ? decisions.followUpChannel(ticket) : "CALL",
            "satisfaction",
            satisfaction,
            "solved",
            passes,
            "comment",
            passes ? "诉求人对办理结果认可。" : "诉求人认为问题没有解决。"),
        passes ? new Act[] {Act.FOLLOWED_UP} : new Act[] {Act.FOLLOWED_UP, Act.DISSATISFIED});
  }
}
