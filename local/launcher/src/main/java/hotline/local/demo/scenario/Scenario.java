package hotline.local.demo.scenario;

import hotline.local.demo.appeal.Appeal;
import hotline.local.demo.appeal.AppealRules;
import hotline.local.demo.appeal.Dice;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.AssignmentView;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.PageOf;
import hotline.local.demo.client.TicketRow;
import hotline.local.demo.client.TicketView;
import hotline.local.demo.scenario.TicketWork.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings appeals in and works them at all nodes until every one of them is archived or refused.
 *
 * <p>Work is looked for where it is known to arrive: whoever sends something to a neighbour has
 * that neighbour look for it. What was missed, or left over by an earlier run, is found by walking
 * through the desks' queues, as often as it takes.
 */
public final class Scenario implements AutoCloseable {

  private static final List<String> OPEN_TICKETS =
      List.of("REGISTERED", "ACCEPTED", "IN_HANDLING", "IN_REVIEW", "AWAITING_FOLLOW_UP", "CLOSED");
  private static final Set<String> AT_THE_START = Set.of("REGISTERED", "ACCEPTED");
  private static final List<String> OPEN_ASSIGNMENTS = List.of("AWAITING_SIGN_FOR", "IN_HANDLING");

  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);

  private final Map<String, Desk> desks = new LinkedHashMap<>();
  private final Tally tally;
  private final TicketWork work;
  private final Visits visits;
  private final Clock clock;
  private final Duration patience;
  private final List<Appeal> held = new ArrayList<>();

  /**
   * @param workers how many requests are under way at most
   * @param patience how long to go on without any progress before giving up
   */
  public Scenario(
      Collection<HttpNode> nodes,
      long seed,
      int workers,
      Duration patience,
      Clock clock,
      Tally tally)
      throws ApiRefusal, IOException, InterruptedException {
    for (HttpNode node : nodes) {
      desks.put(node.code(), Desk.at(node));
    }
    Dice dice = new Dice(seed);
    AppealRules rules = AppealRules.builtIn();
    Decisions decisions = new Decisions(dice, rules);
    Phrases phrases = new Phrases(dice);
    HolderMoves holder =
        new HolderMoves(decisions, new Attribution(dice, decisions, rules), phrases);
    this.tally = tally;
    this.work =
        new TicketWork(
            new TicketMoves(decisions, holder, phrases),
            new AssignmentMoves(decisions, holder, phrases, clock),
            tally);
    this.visits = new Visits(workers, this::visit, tally);
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Brings an appeal in; waits while more is begun than the workers can carry. An appeal that
   * repeats the one before it comes in while that one is in handling.
   */
  public void submit(Appeal appeal) throws InterruptedException {
    if (!held.isEmpty() && !appeal.repeats(held.get(0))) {
      release();
    }
    held.add(appeal);
  }

  /**
   * Works until nothing is open at any node, or nothing has moved for too long.
   *
   * @return how many tickets are still open, by node and state; empty when all are done
   */
  public Map<String, Long> finish() throws ApiRefusal, IOException, InterruptedException {
    release();
    long acts = tally.acts();
    long movedAt = clock.millis();
    while (true) {
      boolean quiet = visits.awaitQuiet(BETWEEN_COUNTS);
      boolean allIn = !visits.beginning();
      Map<String, Long> open = open();
      if ((allIn && open.isEmpty()) || clock.millis() - movedAt > patience.toMillis()) {
        return open;
      }
      if (tally.acts() != acts) {
        acts = tally.acts();
        movedAt = clock.millis();
      }
      if (quiet) {
        for (Desk desk : desks.values()) {
          sweep(desk);
        }
        visits.rest(BETWEEN_COUNTS);
      }
    }
  }

  private void release() throws InterruptedException {
    if (!held.isEmpty()) {
      List<Appeal> group = List.copyOf(held);
      held.clear();
      visits.begin(group.get(0).node(), () -> bringIn(group));
    }
  }

  private void bringIn(List<Appeal> group) throws ApiRefusal, IOException, InterruptedException {
    Desk desk = desk(group.get(0).node());
    TicketView first = register(desk, group.get(0));
    if (first == null) {
      return;
    }
    if (group.size() > 1) {
      // the repetitions are to find the first one in handling
      settle(
          desk,
          first.id(),
          work.work(desk, first, ticket -> !AT_THE_START.contains(ticket.state())));
      for (Appeal again : group.subList(1, group.size())) {
        TicketView ticket = register(desk, again);
        if (ticket != null) {
          settle(desk, ticket.id(), work.work(desk, ticket, t -> false));
        }
      }
      first = desk.ticket(first.id());
    }
    settle(desk, first.id(), work.work(desk, first, ticket -> false));
  }

  /** The ticket; null for an appeal that the node recognised as a repetition at once. */
  private @Nullable TicketView register(Desk desk, Appeal appeal)
      throws ApiRefusal, IOException, InterruptedException {
    HttpNode.Answer<TicketView> answer = desk.register(appeal);
    TicketView ticket = answer.body();
    tally.add(desk.code(), answer.created() ? Act.REGISTERED : Act.KNOWN_BEFORE);
    if (answer.created() && ticket.is("REFUSED")) {
      tally.add(desk.code(), Act.DUPLICATE);
      tally.add(desk.code(), Act.REFUSED);
      return null;
    }
    return ticket;
  }

  private boolean visit(Visit visit) throws ApiRefusal, IOException, InterruptedException {
    Desk desk = desk(visit.node());
    Outcome outcome = work.work(desk, visit.ticketId());
    settle(desk, visit.ticketId(), outcome);
    return outcome.moves() > 0;
  }

  /** Has the neighbours look for what they were sent. */
  private void settle(Desk desk, String ticketId, Outcome outcome) {
    for (String node : outcome.affected()) {
      if (!node.equals(desk.code()) && desks.containsKey(node)) {
        visits.expect(new Visit(node, ticketId));
      }
    }
  }

  private Map<String, Long> open() throws ApiRefusal, IOException, InterruptedException {
    Map<String, Long> open = new TreeMap<>();
    for (Desk desk : desks.values()) {
      for (String state : OPEN_TICKETS) {
        long count = desk.countOwn(state);
        if (count > 0) {
          open.put(desk.code() + " " + state, count);
        }
      }
    }
    return open;
  }

  /** Looks at everything that lies on the desks of a node. */
  private void sweep(Desk desk) throws ApiRefusal, IOException, InterruptedException {
    Set<Visit> found = new LinkedHashSet<>();
    for (String state : OPEN_TICKETS) {
      PageOf<TicketRow> page;
      int number = 0;
      do {
        page = desk.own(state, number++);
        page.items().forEach(row -> found.add(new Visit(desk.code(), row.id())));
      } while ((long) number * Desk.PAGE < page.total());
    }
    for (String state : OPEN_ASSIGNMENTS) {
      PageOf<AssignmentView> page;
      int number = 0;
      do {
        page = desk.received(state, number++);
        page.items().forEach(row -> found.add(new Visit(desk.code(), row.ticketId())));
      } while ((long) number * Desk.PAGE < page.total());
    }
    found.forEach(visits::look);
  }

  private Desk desk(String node) {
    Desk desk = desks.get(node);
    if (desk == null) {
      throw new IllegalArgumentException("没有节点 %s，应为 %s 之一".formatted(node, desks.keySet()));
    }
    return desk;
  }

  @Override
  public void close() {
    visits.close();
  }
}
