package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Approver;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.RequestKind;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.UrgeKind;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Decision;
import hotline.node.ticket.EmergencyTransfer;
import hotline.node.ticket.EventType;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Orders;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.RequestDraft;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks at random through the life of tickets in a tree of four nodes, checks after every step what
 * must always hold, and then lets people do their work until everything is in the archive. The seed
 * is the test's name.
 */
class RandomWalkTest {

  private static final int STEPS = 1500;
  private static final int TICKETS = 15;
  private static final int SEEDS = 7;
  private static final List<String> POLICIES =
      List.of("qingyang", "baotou", "nanjing", "changzhou");

  private static final List<ErrorCode> EXPECTED_REFUSALS =
      List.of(
          ErrorCode.INTAKE_INCOMPLETE,
          ErrorCode.REPLY_RULE,
          ErrorCode.REFUSAL_RULE,
          ErrorCode.LEAD_UNIT_RULE,
          ErrorCode.ASSIGNEE_RULE,
          ErrorCode.EXTENSION_RULE,
          ErrorCode.REQUEST_RULE,
          ErrorCode.RETURN_RULE,
          ErrorCode.MERGE_RULE,
          ErrorCode.PLAN_RULE,
          ErrorCode.ORDERS_OUTSTANDING,
          ErrorCode.VISIT_MISSING,
          ErrorCode.FOLLOW_UP_RULE,
          ErrorCode.SCREENING_RULE,
          ErrorCode.REDO_RULE,
          ErrorCode.FORBIDDEN,
          ErrorCode.NO_PARENT,
          ErrorCode.STATE_FORBIDS,
          ErrorCode.TOO_EARLY);

  @TestFactory
  @Requirement({"RVS-16", "SEC-07"})
  List<DynamicTest> everyWalkKeepsTheRulesAndEndsInTheArchive() {
    Coverage coverage = new Coverage();
    List<DynamicTest> walks = new ArrayList<>();
    for (String policy : POLICIES) {
      for (long seed = 1; seed <= SEEDS; seed++) {
        walks.add(walk(policy, seed, coverage));
      }
    }
    walks.add(DynamicTest.dynamicTest("the walks came through every state", coverage::check));
    for (String policy : POLICIES) {
      walks.add(walk(policy, new Random().nextLong(), coverage));
    }
    return walks;
  }

  private static DynamicTest walk(String policy, long seed, Coverage coverage) {
    return DynamicTest.dynamicTest(
        policy + ", seed " + seed, () -> new Walk(policy, seed, coverage).run());
  }

  /** Where the walks have been: a walk that stays at the gate proves nothing. */
  private static final class Coverage {

    private final Set<TicketState> tickets = EnumSet.noneOf(TicketState.class);
    private final Set<AssignmentState> assignments = EnumSet.noneOf(AssignmentState.class);
    private final Set<OrderState> orders = EnumSet.noneOf(OrderState.class);
    private final Set<EventType> events = EnumSet.noneOf(EventType.class);
    private int deepest;

    void check() {
      assertThat(tickets).containsAll(EnumSet.complementOf(EnumSet.of(TicketState.UNKNOWN)));
      assertThat(assignments)
          .containsAll(EnumSet.complementOf(EnumSet.of(AssignmentState.UNKNOWN)));
      assertThat(orders)
          .containsAll(EnumSet.complementOf(EnumSet.of(OrderState.UNKNOWN, OrderState.FAILED)));
      // deliveries do not fail here, in order no instruction comes too late, and no shipped policy
      // asks two at the holder
      Set<EventType> missing =
          EnumSet.range(EventType.TICKET_REGISTERED, EventType.LATE_INSTRUCTION);
      missing.removeAll(events);
      assertThat(missing)
          .containsExactlyInAnyOrder(
              EventType.ORDER_REFUSED,
              EventType.ORDER_ABANDONED,
              EventType.REQUEST_ENDORSED,
              EventType.LATE_INSTRUCTION);
      assertThat(deepest).as("orders over two nodes down to a unit").isGreaterThanOrEqualTo(3);
    }

    void see(SimulatedNetwork network) {
      events.addAll(network.eventsSeen());
      for (SimulatedNode node : network.nodes()) {
        node.tickets.values().forEach(ticket -> see(ticket.state(), ticket.orders()));
        for (Assignment assignment : node.assignments.values()) {
          assignments.add(assignment.state());
          assignment.orders().all().forEach(order -> orders.add(order.state()));
          deepest = Math.max(deepest, assignment.id().path().size());
        }
      }
    }

    private void see(TicketState state, Orders held) {
      tickets.add(state);
      held.all().forEach(order -> orders.add(order.state()));
    }
  }

  private static final class Walk {

    private final Random random;
    private final SimulatedNetwork network;
    private final Coverage coverage;
    private int sequence;

    Walk(String policy, long seed, Coverage coverage) {
      network = new SimulatedNetwork(policy);
      random = new Random(seed);
      this.coverage = coverage;
    }

    void run() {
      for (int step = 0; step < STEPS; step++) {
        step();
        if (step % 10 == 0) {
          coverage.see(network);
        }
      }
      network.deliverAll();
      Checks.bothEndsAgree(network);
      finish();
      coverage.see(network);
    }

    private void step() {
      network.advance(
          random.nextInt(20) == 0
              ? Duration.ofHours(random.nextInt(30))
              : Duration.ofSeconds(random.nextInt(600)));
      if (network.underway() > 0 && random.nextInt(3) == 0) {
        network.deliver(random.nextInt(network.underway()));
        return;
      }
      SimulatedNode node = network.nodes().get(random.nextInt(network.nodes().size()));
      if (sequence < TICKETS && random.nextInt(10) == 0) {
        register(node);
      } else if (random.nextBoolean() && !node.tickets.isEmpty()) {
        stepTicket(node, pick(List.copyOf(node.tickets.values())));
      } else if (!node.assignments.isEmpty()) {
        stepAssignment(node, pick(List.copyOf(node.assignments.values())));
      }
    }

    private void register(SimulatedNode node) {
      TicketId id = new TicketId(node.self.code(), LocalDate.of(2026, 3, 2), ++sequence);
      TicketCommand.Ruling ruling =
          switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4, 5 -> new TicketCommand.AcceptTicket(null);
            case 6 -> new TicketCommand.AnswerTicket("政策如下");
            default -> null;
          };
      check(
          node.register(
              new RegisterTicket(
                  id,
                  "q" + sequence,
                  Appeals.random(random),
                  random.nextInt(4) == 0 ? Appeals.anonymous() : Appeals.requester(),
                  ruling),
              Actor.user("huawu", Role.CALL_TAKER)));
    }

    private void stepTicket(SimulatedNode node, Ticket ticket) {
      if (random.nextInt(10) == 0) {
        check(node.decide(ticket.id(), new TicketCommand.AssumeSatisfied(), Actor.SYSTEM));
        return;
      }
      List<TicketAction> allowed = List.copyOf(TicketAction.allowedFor(ticket));
      if (allowed.isEmpty()) {
        return;
      }
      TicketAction action = pick(allowed);
      boolean rare =
          EnumSet.of(TicketAction.WITHDRAW, TicketAction.REFUSE, TicketAction.ANSWER)
              .contains(action);
      if (rare && random.nextInt(8) > 0) {
        return;
      }
      check(
          node.decide(
              ticket.id(),
              command(node, action, ticket.orders()),
              switch (action) {
                case OFFICE_DECIDE -> Actor.user("bangongshi", Role.OFFICE);
                // by somebody else than who asked for it
                case DECIDE_SCREENING -> Actor.user("shenhe", Role.REVIEWER);
                default -> Actor.user("paidan", Role.DISPATCHER);
              }));
    }

    private TicketCommand command(SimulatedNode node, TicketAction action, Orders orders) {
      return switch (action) {
        case ACCEPT -> new TicketCommand.AcceptTicket(null);
        case REFUSE -> new TicketCommand.RefuseTicket(RefusalGround.LEGAL_PROCEDURE, "请向人民法院提起诉讼");
        case ANSWER -> new TicketCommand.AnswerTicket("请携带身份证到大厅办理");
        case TRANSFER_EMERGENCY ->
            new TicketCommand.TransferToEmergency(
                new EmergencyTransfer.Report("120", random.nextBoolean(), null));
        case FOLLOW_UP ->
            new TicketCommand.FollowUpTicket(
                FollowUpChannel.CALL,
                Satisfaction.values()[random.nextInt(5)],
                random.nextBoolean(),
                random.nextBoolean() ? "尚可" : null);
        case EXPLAIN -> new TicketCommand.ExplainToRequester("超出现行政策规定");
        case CLOSE -> new TicketCommand.CloseTicket();
        case ARCHIVE -> new TicketCommand.ArchiveTicket();
        case WITHDRAW -> new TicketCommand.WithdrawTicket("已自行解决");
        case CALL_REQUESTER -> new TicketCommand.NoteFollowUpCall(random.nextBoolean(), "了解不满意的原因");
        case PANEL_REVIEW -> new TicketCommand.GivePanelOpinion(random.nextBoolean(), "研判意见");
        case REQUEST_SCREENING ->
            new TicketCommand.RequestScreening(
                pick(
                    List.of(
                        ScreeningGround.SUGGESTION,
                        ScreeningGround.LAWFUL_PROCEDURE,
                        ScreeningGround.NO_BASIS_EXPLAINED)),
                "已尽职");
        case DECIDE_SCREENING -> new TicketCommand.DecideScreening(random.nextBoolean(), "意见");
        case SUPPLEMENT -> new TicketCommand.SupplementTicket("又发生了一次");
        default -> holderCommand(node, AssignmentAction.valueOf(action.name()), orders);
      };
    }

    private void stepAssignment(SimulatedNode node, Assignment assignment) {
      Actor actor =
          assignment.charge().unit() == null
              ? Actor.user("paidan", Role.DISPATCHER)
              : Actor.unitUser("jingban", assignment.charge().unit().code());
      if (random.nextInt(10) == 0) {
        check(node.decide(assignment.id(), new AssignmentCommand.DeemSignedFor(), Actor.SYSTEM));
        return;
      }
      List<AssignmentAction> allowed = List.copyOf(AssignmentAction.allowedFor(assignment));
      if (!allowed.isEmpty()) {
        AssignmentAction action = pick(allowed);
        if (action == AssignmentAction.MERGE && mergeable(node, assignment).isEmpty()) {
          return;
        }
        check(
            node.decide(
                assignment.id(),
                command(node, action, assignment),
                actor(action, assignment).orElse(actor)));
      }
    }

    /** Leaders sign what their people ask for; the office decides what comes to it. */
    private static Optional<Actor> actor(AssignmentAction action, Assignment assignment) {
      if (action == AssignmentAction.OFFICE_DECIDE) {
        return Optional.of(Actor.user("bangongshi", Role.OFFICE));
      } else if (action != AssignmentAction.SIGN_REQUEST) {
        return Optional.empty();
      }
      Role role =
          assignment.nextSigner().orElseThrow() == Approver.UNIT_DEPUTY
              ? Role.UNIT_DEPUTY
              : Role.UNIT_PRINCIPAL;
      return Optional.of(
          new Actor(Actor.Kind.USER, "lingdao", role, assignment.charge().unit().code()));
    }

    private RequestDraft draft() {
      return new RequestDraft(
          pick(
              List.of(
                  RequestKind.ON_ACCOUNT,
                  RequestKind.EXCLUSION,
                  RequestKind.STOP_HANDLING,
                  RequestKind.WRITTEN_REPLY,
                  RequestKind.CO_HANDLING)),
          "客观原因",
          "有关规定",
          1 + random.nextInt(30),
          null,
          true,
          random.nextInt(4) > 0);
    }

    /** What could be handled as one with an assignment: the same assignee's, not answered yet. */
    private static List<AssignmentId> mergeable(SimulatedNode node, Assignment master) {
      return node.assignments.values().stream()
          .filter(other -> !other.id().equals(master.id()))
          .filter(other -> other.charge().assignee().equals(master.charge().assignee()))
          .filter(other -> other.state() == AssignmentState.IN_HANDLING)
          .filter(other -> other.team().merge() == null && other.team().merged().isEmpty())
          .filter(other -> other.orders().live().isEmpty())
          .map(Assignment::id)
          .toList();
    }

    private static List<AssignmentId> partners(Assignment assignment) {
      List<AssignmentId> partners = new ArrayList<>(assignment.team().merged());
      if (assignment.team().merge() != null) {
        partners.add(assignment.team().merge().into());
      }
      return partners;
    }

    private static int pending(Orders orders, AssignmentId id) {
      return orders.find(id).orElseThrow().pendingRequests().get(0).number();
    }

    private static int unsigned(Assignment assignment) {
      return assignment.handling().requests().stream()
          .filter(request -> request.round() == assignment.round())
          .filter(request -> request.nextAtUnit().isPresent())
          .findFirst()
          .orElseThrow()
          .number();
    }

    private AssignmentCommand command(
        SimulatedNode node, AssignmentAction action, Assignment assignment) {
      Orders orders = assignment.orders();
      return switch (action) {
        case REQUEST -> new AssignmentCommand.MakeRequest(draft());
        case SIGN_REQUEST ->
            new AssignmentCommand.SignRequest(unsigned(assignment), random.nextInt(4) > 0, "领导意见");
        case PLAN ->
            new AssignmentCommand.PlanWork(
                "成因复杂，须分步解决",
                List.of(
                    new AssignmentCommand.PlanWork.Step(
                        LocalDate.ofInstant(network.now(), ZoneOffset.UTC).plusDays(2), "现场勘查"),
                    new AssignmentCommand.PlanWork.Step(
                        LocalDate.ofInstant(network.now(), ZoneOffset.UTC).plusDays(9), "施工")));
        case FINISH_STEP ->
            new AssignmentCommand.FinishStep(
                assignment.handling().plan().next().orElseThrow().number(), "已完成");
        case MERGE -> new AssignmentCommand.MergeWork(List.of(pick(mergeable(node, assignment))));
        case SPLIT -> new AssignmentCommand.SplitWork(pick(partners(assignment)));
        case DISPATCH ->
            new HolderCommand.PlaceOrders(
                assignment.receivedByNode()
                    ? drafts(node, orders)
                    : List.of(
                        Story.below(
                            node,
                            orders.liveLead().isEmpty() || orders.settled()
                                ? HandlingRole.LEAD
                                : HandlingRole.CO)));
        case PASS_ON_REQUEST -> {
          AssignmentId order = any(orders, Order::requestPending);
          yield new AssignmentCommand.PassOnRequest(order, pending(orders, order));
        }
        case SIGN_FOR -> new AssignmentCommand.SignForWork(random.nextBoolean() ? "已电话联系" : null);
        case CONTACT ->
            new AssignmentCommand.NoteContact(
                "已告知办理流程",
                random.nextBoolean() ? ContactWay.VISIT : ContactWay.CALL,
                pick(
                    List.of(
                        ContactResult.REACHED, ContactResult.UNREACHED, ContactResult.WITHHELD)));
        case REPLY -> new AssignmentCommand.ReplyToHolder("已修复", random.nextBoolean(), true);
        case REQUEST_RETURN -> new AssignmentCommand.RequestReturn("不属职责", "三定方案", "转城管局");
        case REQUEST_EXTENSION ->
            new AssignmentCommand.RequestExtension("需要协调", 1 + random.nextInt(4), true);
        default -> holderCommand(node, action, orders);
      };
    }

    private HolderCommand holderCommand(
        SimulatedNode node, AssignmentAction action, Orders orders) {
      boolean yes = random.nextInt(3) > 0;
      return switch (action) {
        case DISPATCH -> new HolderCommand.PlaceOrders(drafts(node, orders));
        case CONVENE -> new HolderCommand.ConveneMeeting("职责不清", List.of("住建局", "城管局"));
        case DESIGNATE -> new HolderCommand.DesignateUnits("会议指定", drafts(node, orders));
        case NOTE_PHONE ->
            new HolderCommand.NotePhoneCall(
                any(orders, order -> order.state() != OrderState.ACCEPTED), "已电话通知");
        case ESCALATE -> new HolderCommand.Escalate("超出本级权限");
        case REVIEW ->
            new HolderCommand.ReviewReply(
                any(orders, order -> order.state() == OrderState.ANSWERED), yes, "意见");
        case DECIDE_RETURN ->
            new HolderCommand.DecideReturn(any(orders, Order::returnPending), yes, "意见");
        case DECIDE_EXTENSION ->
            new HolderCommand.DecideExtension(any(orders, Order::extensionPending), yes, "意见");
        case REDO ->
            new HolderCommand.RedoOrder(
                any(orders, order -> order.state() == OrderState.ACCEPTED),
                RedoGround.EVASIVE_REPLY,
                "避重就轻");
        case DECIDE_REQUEST, OFFICE_DECIDE -> {
          AssignmentId order = any(orders, Order::requestPending);
          yield new HolderCommand.DecideRequest(
              order,
              pending(orders, order),
              action == AssignmentAction.OFFICE_DECIDE ? Approver.OFFICE : Approver.PLATFORM,
              yes,
              "意见");
        }
        case REMIND -> new HolderCommand.UrgeOrders(null, UrgeKind.REMINDER, "请尽快办理");
        case SUPERVISE -> new HolderCommand.UrgeOrders(null, UrgeKind.SUPERVISION, "限期说明");
        default -> throw new AssertionError(action);
      };
    }

    private List<OrderDraft> drafts(SimulatedNode node, Orders orders) {
      List<Assignee> possible = new ArrayList<>(node.units);
      node.children.forEach(child -> possible.add(child.self));
      List<OrderDraft> drafts = new ArrayList<>();
      boolean lead = orders.liveLead().isEmpty() || orders.settled();
      drafts.add(new OrderDraft(pick(possible), lead ? HandlingRole.LEAD : HandlingRole.CO, "请办理"));
      if (random.nextInt(4) == 0) {
        drafts.add(new OrderDraft(pick(possible), HandlingRole.CO, null));
      }
      if (random.nextInt(8) == 0) {
        // refused where the policy wants it level by level
        drafts.add(Story.below(node, HandlingRole.CO));
      }
      return drafts;
    }

    private AssignmentId any(Orders orders, Predicate<Order> which) {
      return pick(orders.live().stream().filter(which).toList()).assignment();
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private void check(Decision<?> decision) {
      if (decision instanceof Decision.Refused<?> refused) {
        assertThat(refused.message()).isNotBlank();
        assertThat(EXPECTED_REFUSALS).as(refused.message()).contains(refused.code());
      }
    }

    /** From wherever the walk has led, ordinary work brings every ticket into the archive. */
    private void finish() {
      for (int day = 0; day < 60 && !unfinished().isEmpty(); day++) {
        network.advance(Duration.ofHours(25));
        for (SimulatedNode node : network.nodes()) {
          node.assignments.values().stream()
              .map(Assignment::id)
              .toList()
              .forEach(id -> Worker.work(node, node.assignments.get(id)));
          node.tickets.values().stream()
              .map(Ticket::id)
              .toList()
              .forEach(id -> Worker.work(node, node.tickets.get(id)));
        }
        network.deliverAll();
        Checks.bothEndsAgree(network);
      }
      assertThat(unfinished()).as("not in the archive yet").isEmpty();
    }

    private List<String> unfinished() {
      return network.nodes().stream()
          .flatMap(node -> node.tickets.values().stream())
          .filter(ticket -> ticket.state() != TicketState.ARCHIVED)
          .map(
              ticket ->
                  ticket.id()
                      + " "
                      + ticket.state()
                      + ticket.orders().live().stream()
                          .map(o -> " " + o.assignee().name() + " " + o.role() + " " + o.state())
                          .toList())
          .toList();
    }
  }
}
