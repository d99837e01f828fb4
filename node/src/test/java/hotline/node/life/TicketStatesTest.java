package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Approver;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.UrgeKind;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.Decision;
import hotline.node.ticket.EmergencyTransfer;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command in every state of a ticket. */
class TicketStatesTest {

  private static final Map<TicketState, Set<TicketAction>> ALLOWED =
      new EnumMap<>(
          Map.of(
              TicketState.REGISTERED,
              EnumSet.of(
                  TicketAction.ACCEPT,
                  TicketAction.REFUSE,
                  TicketAction.ANSWER,
                  TicketAction.TRANSFER_EMERGENCY,
                  TicketAction.WITHDRAW,
                  TicketAction.SUPPLEMENT),
              TicketState.ACCEPTED,
              EnumSet.of(
                  TicketAction.ANSWER,
                  TicketAction.TRANSFER_EMERGENCY,
                  TicketAction.DISPATCH,
                  TicketAction.ESCALATE,
                  TicketAction.CONVENE,
                  TicketAction.WITHDRAW,
                  TicketAction.SUPPLEMENT),
              TicketState.IN_HANDLING,
              EnumSet.of(
                  TicketAction.TRANSFER_EMERGENCY,
                  TicketAction.DISPATCH,
                  TicketAction.WITHDRAW,
                  TicketAction.CONVENE,
                  TicketAction.NOTE_PHONE,
                  TicketAction.REMIND,
                  TicketAction.SUPERVISE,
                  TicketAction.SUPPLEMENT),
              TicketState.IN_REVIEW,
              EnumSet.of(
                  TicketAction.TRANSFER_EMERGENCY,
                  TicketAction.DISPATCH,
                  TicketAction.WITHDRAW,
                  TicketAction.REVIEW,
                  TicketAction.CONVENE,
                  TicketAction.NOTE_PHONE,
                  TicketAction.REMIND,
                  TicketAction.SUPERVISE,
                  TicketAction.SUPPLEMENT),
              TicketState.AWAITING_FOLLOW_UP,
              EnumSet.of(TicketAction.FOLLOW_UP, TicketAction.SUPPLEMENT),
              TicketState.CLOSED,
              EnumSet.of(TicketAction.ARCHIVE),
              TicketState.REFUSED,
              EnumSet.of(TicketAction.ARCHIVE),
              TicketState.WITHDRAWN,
              EnumSet.of(TicketAction.ARCHIVE),
              TicketState.ARCHIVED,
              EnumSet.noneOf(TicketAction.class)));

  @TestFactory
  List<DynamicTest> everyCommandInEveryState() {
    List<DynamicTest> tests = new ArrayList<>();
    ALLOWED.forEach(
        (state, allowed) -> {
          for (TicketAction action : TicketAction.values()) {
            boolean possible = allowed.contains(action);
            tests.add(
                DynamicTest.dynamicTest(
                    action + (possible ? " goes in " : " is refused in ") + state,
                    () -> check(state, action, possible)));
          }
        });
    return tests;
  }

  private static void check(TicketState state, TicketAction action, boolean possible) {
    Story story = Story.in(state);
    assertThat(story.ticket().state()).isEqualTo(state);
    assertThat(TicketAction.allowedFor(story.ticket()).contains(action)).isEqualTo(possible);
    long version = story.ticket().version();

    Decision<?> decision = story.attempt(command(story, action));

    if (possible) {
      Checks.requireDecided(decision);
      assertThat(story.ticket().version()).isEqualTo(version + 1);
    } else {
      Story.assertRefused(
          decision,
          ErrorCode.STATE_FORBIDS,
          "工单 " + story.id,
          "“" + state.label() + "”",
          "不能" + action.label());
      assertThat(story.ticket().version()).isEqualTo(version);
    }
  }

  private static TicketCommand command(Story story, TicketAction action) {
    return switch (action) {
      case ACCEPT -> new TicketCommand.AcceptTicket(null);
      case REFUSE -> new TicketCommand.RefuseTicket(RefusalGround.VAGUE, "请补充地点");
      case ANSWER -> new TicketCommand.AnswerTicket("请带身份证办理");
      case TRANSFER_EMERGENCY ->
          new TicketCommand.TransferToEmergency(new EmergencyTransfer.Report("119", true, "已接通"));
      case FOLLOW_UP -> Story.rating(Satisfaction.BASICALLY_SATISFIED);
      case EXPLAIN -> new TicketCommand.ExplainToRequester("超出政策");
      case CLOSE -> new TicketCommand.CloseTicket();
      case ARCHIVE -> new TicketCommand.ArchiveTicket();
      case WITHDRAW -> new TicketCommand.WithdrawTicket("已解决");
      case DISPATCH ->
          new HolderCommand.PlaceOrders(
              List.of(
                  new OrderDraft(
                      story.owner.units.get(1),
                      story.ticket().orders().liveLead().isPresent()
                          ? HandlingRole.CO
                          : HandlingRole.LEAD,
                      null)));
      case ESCALATE -> new HolderCommand.Escalate("超出权限");
      case REVIEW -> new HolderCommand.ReviewReply(story.order(1), true, null);
      case DECIDE_RETURN -> new HolderCommand.DecideReturn(story.order(1), true, null);
      case DECIDE_EXTENSION -> new HolderCommand.DecideExtension(story.order(1), true, null);
      case DECIDE_REQUEST ->
          new HolderCommand.DecideRequest(story.order(1), 1, Approver.PLATFORM, true, null);
      case OFFICE_DECIDE ->
          new HolderCommand.DecideRequest(story.order(1), 1, Approver.OFFICE, true, null);
      case CONVENE -> new HolderCommand.ConveneMeeting("职责不清", List.of("住建局", "城管局"));
      case DESIGNATE ->
          new HolderCommand.DesignateUnits("由城管局办理", List.of(Story.lead(story.owner.units.get(1))));
      case NOTE_PHONE -> new HolderCommand.NotePhoneCall(story.order(1), "已电话通知");
      case REDO -> new HolderCommand.RedoOrder(story.order(1), RedoGround.UNTRUE_REPLY, "答复失实");
      case REMIND -> new HolderCommand.UrgeOrders(null, UrgeKind.REMINDER, "请尽快");
      case SUPERVISE -> new HolderCommand.UrgeOrders(null, UrgeKind.SUPERVISION, "请说明");
      case CALL_REQUESTER -> new TicketCommand.NoteFollowUpCall(true, "诉求人称仍不亮");
      case PANEL_REVIEW -> new TicketCommand.GivePanelOpinion(true, "应当重办");
      case REQUEST_SCREENING ->
          new TicketCommand.RequestScreening(ScreeningGround.LAWFUL_PROCEDURE, "已依法调解");
      case DECIDE_SCREENING -> new TicketCommand.DecideScreening(true, null);
      case SUPPLEMENT -> new TicketCommand.SupplementTicket("今天又停水了");
    };
  }
}
