package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Approver;
import hotline.node.classification.ClosureKind;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RequestKind;
import hotline.node.classification.UrgeKind;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentEvent;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Conclusion;
import hotline.node.ticket.Decision;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.RequestDraft;
import hotline.node.ticket.Signature;
import hotline.node.ticket.Terms;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.Urge;
import hotline.node.ticket.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command and every instruction in every state of a unit's assignment. */
class AssignmentStatesTest {

  private static final Set<AssignmentState> STATES =
      EnumSet.complementOf(EnumSet.of(AssignmentState.UNKNOWN));

  @TestFactory
  List<DynamicTest> everyCommandInEveryState() {
    List<DynamicTest> tests = new ArrayList<>();
    for (AssignmentState state : STATES) {
      for (AssignmentAction action : AssignmentAction.values()) {
        boolean possible = allowed(state).contains(action);
        tests.add(
            DynamicTest.dynamicTest(
                action + (possible ? " goes in " : " is refused in ") + state,
                () -> checkCommand(state, action, possible)));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyInstructionInEveryState() {
    List<DynamicTest> tests = new ArrayList<>();
    for (AssignmentState state : STATES) {
      Story sample = in(state);
      for (Instruction instruction : instructions(sample.assignment(1))) {
        tests.add(
            DynamicTest.dynamicTest(
                instruction.getClass().getSimpleName() + " in " + state,
                () -> checkInstruction(state, instruction)));
      }
    }
    return tests;
  }

  private static Set<AssignmentAction> allowed(AssignmentState state) {
    return switch (state) {
      case AWAITING_SIGN_FOR ->
          EnumSet.of(
              AssignmentAction.SIGN_FOR, AssignmentAction.CONTACT, AssignmentAction.REQUEST_RETURN);
      case IN_HANDLING ->
          EnumSet.of(
              AssignmentAction.CONTACT,
              AssignmentAction.REPLY,
              AssignmentAction.REQUEST_RETURN,
              AssignmentAction.REQUEST,
              AssignmentAction.REQUEST_EXTENSION,
              AssignmentAction.PLAN,
              AssignmentAction.MERGE,
              AssignmentAction.DISPATCH);
      case REPLIED, CONFIRMED -> EnumSet.of(AssignmentAction.CONTACT, AssignmentAction.REQUEST);
      default -> EnumSet.noneOf(AssignmentAction.class);
    };
  }

  private static void checkCommand(
      AssignmentState state, AssignmentAction action, boolean possible) {
    Story story = in(state);
    Assignment before = story.assignment(1);
    assertThat(before.state()).isEqualTo(state);
    assertThat(AssignmentAction.allowedFor(before).contains(action)).isEqualTo(possible);

    Decision<?> decision = story.attemptUnit(1, command(story, action));

    if (possible && action == AssignmentAction.REQUEST && state != AssignmentState.IN_HANDLING) {
      // only an exclusion is possible now, and this policy knows none
      Story.assertRefused(decision, ErrorCode.STATE_FORBIDS, "不能申请增加协办");
    } else if (possible && action == AssignmentAction.MERGE) {
      // the state allows it, but there is nothing else here to merge with
      Story.assertRefused(decision, ErrorCode.MERGE_RULE, "不能与自身并案");
    } else if (possible) {
      Checks.requireDecided(decision);
    } else {
      Story.assertRefused(
          decision, ErrorCode.STATE_FORBIDS, "“" + state.label() + "”", "不能" + action.label());
      assertThat(story.assignment(1)).isEqualTo(before);
    }
  }

  private static void checkInstruction(AssignmentState state, Instruction instruction) {
    Story story = in(state);
    Assignment before = story.assignment(1);

    Decision<AssignmentEvent> decision =
        story.owner.decide(
            story.order(1), new AssignmentCommand.ReceiveInstruction(instruction), Story.STAFF);

    if (fits(state, instruction)) {
      assertThat(((Decision.Decided<AssignmentEvent>) decision).events().get(0))
          .isInstanceOf(AssignmentEvent.InstructionFollowed.class);
    } else if (instruction instanceof Instruction.Redo) {
      Story.assertRefused(decision, ErrorCode.STATE_FORBIDS, "重办须为“已认可”");
    } else if (instruction instanceof Instruction.Dispatched) {
      Story.assertRefused(decision, ErrorCode.ALREADY_EXISTS, "不能重复派单");
    } else {
      assertThat(((Decision.Decided<AssignmentEvent>) decision).events().get(0))
          .isInstanceOf(AssignmentEvent.LateInstructionNoted.class);
      assertThat(story.assignment(1).state()).isEqualTo(before.state());
      assertThat(story.assignment(1).handling()).isEqualTo(before.handling());
    }
  }

  private static boolean fits(AssignmentState state, Instruction instruction) {
    boolean over = state == AssignmentState.RETURNED || state == AssignmentState.CANCELLED;
    if (instruction instanceof Instruction.ReturnDecided) {
      return state == AssignmentState.RETURN_REQUESTED;
    } else if (instruction instanceof Instruction.ReplyReviewed) {
      return state == AssignmentState.REPLIED;
    } else if (instruction instanceof Instruction.Redo
        || instruction instanceof Instruction.TicketConcluded) {
      return state == AssignmentState.CONFIRMED;
    }
    return !over
        && (instruction instanceof Instruction.Cancelled
            || instruction instanceof Instruction.Urged);
  }

  private static List<Instruction> instructions(Assignment assignment) {
    Instant at = assignment.terms().dispatchedAt();
    Terms terms = assignment.terms();
    Verdict verdict = new Verdict(true, null, at, Story.STAFF);
    return List.of(
        new Instruction.Dispatched(assignment.charge(), assignment.subject(), terms),
        new Instruction.ReturnDecided(verdict),
        new Instruction.RequestDecided(1, new Signature(Approver.PLATFORM, verdict), verdict),
        new Instruction.ReplyReviewed(verdict),
        new Instruction.Redo(2, RedoGround.NOT_DILIGENT, "重办", at, terms),
        new Instruction.Cancelled("撤单", at),
        new Instruction.TicketConcluded(new Conclusion(ClosureKind.SATISFIED, null, at)),
        new Instruction.Urged(new Urge(UrgeKind.REMINDER, "请尽快", at, Story.STAFF)));
  }

  private static Story in(AssignmentState state) {
    return switch (state) {
      case AWAITING_SIGN_FOR -> Story.in(TicketState.IN_HANDLING);
      case IN_HANDLING ->
          in(AssignmentState.AWAITING_SIGN_FOR).unit(1, new AssignmentCommand.SignForWork(null));
      case RETURN_REQUESTED ->
          in(AssignmentState.AWAITING_SIGN_FOR)
              .unit(1, new AssignmentCommand.RequestReturn("不属职责", "三定方案", "城管局"));
      case RETURNED -> {
        Story story = in(AssignmentState.RETURN_REQUESTED);
        yield story.done(new HolderCommand.DecideReturn(story.order(1), true, null));
      }
      case REPLIED -> Story.in(TicketState.IN_REVIEW);
      case CONFIRMED -> Story.in(TicketState.AWAITING_FOLLOW_UP);
      case CANCELLED ->
          in(AssignmentState.AWAITING_SIGN_FOR).done(new TicketCommand.WithdrawTicket("已解决"));
      case UNKNOWN -> throw new IllegalArgumentException("no story leads there");
    };
  }

  private static AssignmentCommand command(Story story, AssignmentAction action) {
    return switch (action) {
      case SIGN_FOR -> new AssignmentCommand.SignForWork("已联系");
      case CONTACT -> new AssignmentCommand.NoteContact("已联系");
      case REPLY -> new AssignmentCommand.ReplyToHolder("已修复", true, true);
      case REQUEST_RETURN -> new AssignmentCommand.RequestReturn("不属职责", "三定方案", "城管局");
      case REQUEST_EXTENSION -> new AssignmentCommand.RequestExtension("需协调", 1, true);
      case REQUEST ->
          new AssignmentCommand.MakeRequest(
              new RequestDraft(RequestKind.CO_HANDLING, "须城管局配合", null, 0, null, false, false));
      case SIGN_REQUEST -> new AssignmentCommand.SignRequest(1, true, null);
      case PASS_ON_REQUEST -> new AssignmentCommand.PassOnRequest(story.order(1).child(1), 1);
      case DECIDE_REQUEST, OFFICE_DECIDE ->
          new HolderCommand.DecideRequest(
              story.order(1).child(1),
              1,
              action == AssignmentAction.OFFICE_DECIDE ? Approver.OFFICE : Approver.PLATFORM,
              true,
              null);
      case PLAN ->
          new AssignmentCommand.PlanWork(
              "一时难以解决",
              List.of(new AssignmentCommand.PlanWork.Step(LocalDate.of(2026, 3, 20), "更换主管")));
      case FINISH_STEP -> new AssignmentCommand.FinishStep(1, "已完成");
      case MERGE -> new AssignmentCommand.MergeWork(List.of(story.order(1)));
      case SPLIT -> new AssignmentCommand.SplitWork(story.order(2));
      case CONVENE -> new HolderCommand.ConveneMeeting("职责不清", List.of("住建局", "城管局"));
      case DESIGNATE -> new HolderCommand.DesignateUnits("由住建局办理", List.of(below(story)));
      case NOTE_PHONE -> new HolderCommand.NotePhoneCall(story.order(1).child(1), "已电话通知");
      case DISPATCH -> new HolderCommand.PlaceOrders(List.of(below(story)));
      case ESCALATE -> new HolderCommand.Escalate("超出权限");
      case REVIEW -> new HolderCommand.ReviewReply(story.order(1).child(1), true, null);
      case DECIDE_RETURN -> new HolderCommand.DecideReturn(story.order(1).child(1), true, null);
      case DECIDE_EXTENSION ->
          new HolderCommand.DecideExtension(story.order(1).child(1), true, null);
      case REDO ->
          new HolderCommand.RedoOrder(story.order(1).child(1), RedoGround.NOT_DILIGENT, "重办");
      case REMIND -> new HolderCommand.UrgeOrders(null, UrgeKind.REMINDER, "请尽快");
      case SUPERVISE -> new HolderCommand.UrgeOrders(null, UrgeKind.SUPERVISION, "请说明");
    };
  }

  private static OrderDraft below(Story story) {
    return Story.below(story.owner, HandlingRole.LEAD);
  }
}
