package hotline.local.demo.scenario;

import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.AssignmentView;
import hotline.local.demo.client.TicketView;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Does at one node whatever is to be done there about one ticket, until others must act. */
final class TicketWork {

  /** More moves than any ticket needs at one node; reaching it means going round in circles. */
  private static final int MOST_MOVES = 80;

  private static final int MOST_CONFLICTS = 3;

  private final TicketMoves ticketMoves;
  private final AssignmentMoves assignmentMoves;
  private final Tally tally;

  TicketWork(TicketMoves ticketMoves, AssignmentMoves assignmentMoves, Tally tally) {
    this.ticketMoves = ticketMoves;
    this.assignmentMoves = assignmentMoves;
    this.tally = tally;
  }

  /**
   * What a visit achieved.
   *
   * @param moves how much was done
   * @param affected the neighbours that got work by it
   */
  record Outcome(int moves, Set<String> affected) {}

  Outcome work(Desk desk, String ticketId) throws ApiRefusal, IOException, InterruptedException {
    return work(desk, desk.ticket(ticketId), ticket -> false);
  }

  /** Works a ticket until it looks as wanted, or there is nothing left to do. */
  Outcome work(Desk desk, TicketView start, Predicate<TicketView> until)
      throws ApiRefusal, IOException, InterruptedException {
    TicketView ticket = start;
    Set<String> affected = new HashSet<>();
    int conflicts = 0;
    for (int moves = 0; moves < MOST_MOVES; moves++) {
      if (until.test(ticket)) {
        return new Outcome(moves, affected);
      }
      try {
        Optional<TicketView> next = step(desk, ticket, affected);
        if (next.isEmpty()) {
          affected.remove(desk.code());
          return new Outcome(moves, affected);
        }
        ticket = next.get();
      } catch (ApiRefusal e) {
        if (!e.overtaken() || ++conflicts > MOST_CONFLICTS) {
          throw e;
        }
        ticket = desk.ticket(ticket.id());
      }
    }
    throw new IllegalStateException(
        "工单 %s 在节点 %s 处理 %d 步仍未告一段落（状态 %s）"
            .formatted(ticket.id(), desk.code(), MOST_MOVES, ticket.state()));
  }

  private Optional<TicketView> step(Desk desk, TicketView ticket, Set<String> affected)
      throws ApiRefusal, IOException, InterruptedException {
    if (ticket.mine()) {
      Optional<Move> move = ticketMoves.next(ticket, desk.reference());
      if (move.isPresent()) {
        TicketView after =
            desk.act(move.get().user(), ticket, move.get().action(), move.get().body());
        count(desk, move.get(), after);
        affected.addAll(move.get().affects());
        return Optional.of(after);
      }
    }
    for (AssignmentView assignment : ticket.assignments()) {
      if (assignment.node().code().equals(desk.code())
          && carryOut(desk, ticket, assignment, affected)) {
        return Optional.of(desk.ticket(ticket.id()));
      }
    }
    return Optional.empty();
  }

  private boolean carryOut(Desk desk, TicketView ticket, AssignmentView start, Set<String> affected)
      throws ApiRefusal, IOException, InterruptedException {
    AssignmentView assignment = start;
    boolean acted = false;
    Optional<Move> move = assignmentMoves.next(ticket, assignment, desk.reference());
    while (move.isPresent()) {
      for (Move part = move.get(); part != null; part = part.then()) {
        assignment = desk.act(part.user(), assignment, part.action(), part.body());
        part.counted().forEach(act -> tally.add(desk.code(), act));
        affected.addAll(part.affects());
      }
      acted = true;
      // what came of an order to a unit of this node shows in the ticket, not in this assignment
      move =
          assignment.receivedByNode() && move.get().action().equals("dispatch")
              ? Optional.empty()
              : assignmentMoves.next(ticket, assignment, desk.reference());
    }
    return acted;
  }

  private void count(Desk desk, Move move, TicketView after) {
    if (move.action().equals("accept") && after.is("REFUSED")) {
      tally.add(desk.code(), Act.DUPLICATE);
      tally.add(desk.code(), Act.REFUSED);
    } else {
      move.counted().forEach(act -> tally.add(desk.code(), act));
    }
    // which moves close a ticket is the node's policy: not all follow an immediate answer up
    if (after.is("CLOSED")) {
      tally.add(desk.code(), Act.CLOSED);
    }
  }
}
