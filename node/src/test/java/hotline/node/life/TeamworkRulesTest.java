package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Category;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.RequestKind;
import hotline.node.classification.UrgeKind;
import hotline.node.classification.Urgency;
import hotline.node.error.ErrorCode;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyFile;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.CoOpinion;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.RequestDraft;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.wire.TicketCopy;
import hotline.node.wire.TicketWire;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How several work on one matter, and one on several (DSP-01 to DSP-17, LIF-15). */
class TeamworkRulesTest {

  private static final AssignmentCommand SIGN = new AssignmentCommand.SignForWork(null);

  private static AssignmentCommand reply(String text) {
    return new AssignmentCommand.ReplyToHolder(text, true, true);
  }

  @Test
  @Requirement("DSP-02")
  void theLeadSeesTheCoHandlersOpinionsAndRepliesOnlyAfterThem() {
    Story story = leadAndCo();
    assertThat(story.assignment(1).team().opinions())
        .singleElement()
        .satisfies(opinion -> assertThat(opinion.given()).isFalse());
    Story.assertRefused(
        story.attemptUnit(1, reply("已办")), ErrorCode.ORDERS_OUTSTANDING, "协办单位", "城管局");

    story.unit(2, SIGN).unit(2, reply("占道摊点已清理"));

    assertThat(story.assignment(1).team().opinions())
        .extracting(CoOpinion::text)
        .containsExactly("占道摊点已清理");
    story.unit(1, reply("管道已修复，占道摊点已清理"));
    story.acceptReply(2).acceptReply(1);
    assertThat(story.ticket().outcome().answer().content()).isEqualTo("管道已修复，占道摊点已清理");
  }

  @Test
  @Requirement("DSP-02")
  void aSilentCoHandlerDoesNotKeepTheLeadFromAnsweringOnceTheLimitHasPassed() {
    Story story = leadAndCo().later(Duration.ofDays(9));

    story.unit(1, reply("管道已修复"));
  }

  @Test
  @Requirement("DSP-02")
  void aCoHandlerWhoIsReleasedIsNotWaitedFor() {
    Story story = leadAndCo();
    story
        .unit(2, new AssignmentCommand.RequestReturn("不属职责", "三定方案", "转交通局"))
        .done(new HolderCommand.DecideReturn(story.order(2), true, null));

    assertThat(story.assignment(1).team().opinions()).isEmpty();
    story.unit(1, reply("管道已修复"));
  }

  @Test
  @Requirement("DSP-03")
  void severalDistrictsWorkOnOneTicketUnderALeadThatHearsOfTheOthers() {
    Story story = Story.accepted();
    SimulatedNode district = story.network.district;
    SimulatedNode subCenter = story.network.subCenter;
    story.done(
        new HolderCommand.PlaceOrders(
            List.of(Story.lead(district.self), Story.co(subCenter.self))));
    story.network.deliverAll();
    story.at(district, story.order(1), SIGN);
    Story.assertRefused(
        district.decide(story.order(1), reply("已办"), Story.STAFF), ErrorCode.ORDERS_OUTSTANDING);

    story.at(subCenter, story.order(2), SIGN).at(subCenter, story.order(2), reply("社保部分已核实"));
    story.network.deliverAll();

    assertThat(district.assignments.get(story.order(1)).team().opinions())
        .extracting(CoOpinion::text)
        .containsExactly("社保部分已核实");
    story.at(district, story.order(1), reply("已统一答复"));
    story.network.deliverAll();
    Checks.bothEndsAgree(story.network);
  }

  @Test
  @Requirement({"DSP-05", "DSP-14", "DSP-15", "DSP-16", "DSP-17"})
  void aSecondLevelUnitIsReachedThroughItsSuperiorWhichReviewsItsReply() {
    Story story = Story.accepted();
    OrderDraft below = Story.below(story.owner, HandlingRole.LEAD);
    Story.assertRefused(
        story.attempt(new HolderCommand.PlaceOrders(List.of(below))),
        ErrorCode.ASSIGNEE_RULE,
        "二级单位",
        "主管单位");
    story.dispatchTo(0).unit(1, SIGN).unit(1, new HolderCommand.PlaceOrders(List.of(below)));
    AssignmentId station = story.order(1).child(1);
    assertThat(story.owner.assignments.get(station).charge().unit()).isEqualTo(story.owner.subUnit);
    Story.assertRefused(story.attemptUnit(1, reply("已办")), ErrorCode.ORDERS_OUTSTANDING);

    story
        .unit(1, new HolderCommand.UrgeOrders(station, UrgeKind.REMINDER, "请抓紧检测"))
        .at(story.owner, station, SIGN)
        .at(story.owner, station, reply("已检测"))
        .unit(1, new HolderCommand.ReviewReply(station, true, null))
        .unit(1, reply("经检测已整改"));

    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_REVIEW);
  }

  @Test
  @Requirement({"DSP-05", "DSP-16"})
  void aUnitSendsWorkOnOnlyToThoseBelowIt() {
    Story story = Story.accepted().dispatchTo(1).unit(1, SIGN);

    Story.assertRefused(
        story.attemptUnit(
            1, new HolderCommand.PlaceOrders(List.of(Story.below(story.owner, HandlingRole.LEAD)))),
        ErrorCode.ASSIGNEE_RULE,
        "所属下级单位");
    Story.assertRefused(
        story.attemptUnit(
            1, new HolderCommand.PlaceOrders(List.of(Story.lead(story.owner.units.get(2))))),
        ErrorCode.ASSIGNEE_RULE,
        "所属下级单位");
  }

  @Test
  @Requirement("DSP-10")
  void changzhouLetsSimpleConsultationsSkipALevelAndNothingElse() {
    OrderDraft below = Story.below(Story.under("changzhou").owner, HandlingRole.LEAD);
    HolderCommand skip = new HolderCommand.PlaceOrders(List.of(below));
    Story complaint =
        Story.under("changzhou").register(Appeals.usual(), new TicketCommand.AcceptTicket(null));
    Story.assertRefused(complaint.attempt(skip), ErrorCode.ASSIGNEE_RULE, "二级单位");
    Story consultation =
        Story.under("changzhou")
            .register(
                Appeals.of(
                    hotline.node.classification.Category.CONSULTATION,
                    hotline.node.classification.Urgency.GENERAL),
                new TicketCommand.AcceptTicket(null));

    consultation.done(skip);
  }

  @Test
  @Requirement("DSP-05")
  void aUtilityHandlesItselfAndItsDepartmentSupervises() {
    Story story = Story.accepted();
    UnitRef heating = new UnitRef(UnitCode.of("GRGS"), "市供热公司");

    story.done(
        new HolderCommand.PlaceOrders(
            List.of(
                new OrderDraft(
                    heating, HandlingRole.LEAD, null, null, story.owner.units.get(0), null))));

    assertThat(story.assignment(1).charge().unit()).isEqualTo(heating);
    assertThat(story.assignment(1).charge().briefing().supervisor())
        .isEqualTo(story.owner.units.get(0));
  }

  @Test
  @Requirement({"DSP-04", "DSP-08"})
  void aDisputeIsDecidedByAJointMeetingAndWhoIsDesignatedCannotGiveItBack() {
    Story story = Story.accepted();
    OrderDraft lead = Story.lead(story.owner.units.get(1));
    HolderCommand designate = new HolderCommand.DesignateUnits("由城管局主办", List.of(lead));
    Story.assertRefused(story.attempt(designate), ErrorCode.STATE_FORBIDS, "不能联席会议指定");
    Story.assertRefused(
        story.attempt(new HolderCommand.ConveneMeeting(" ", List.of("城管局"))),
        ErrorCode.OPINION_MISSING);

    story
        .done(new HolderCommand.ConveneMeeting("职责交叉", List.of("住建局", "城管局")))
        .done(designate)
        .unit(1, SIGN);

    assertThat(story.ticket().orders().meetings())
        .singleElement()
        .satisfies(meeting -> assertThat(meeting.decided().outcome()).isEqualTo("由城管局主办"));
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestReturn("不属职责", "三定方案", "住建局")),
        ErrorCode.RETURN_RULE,
        "联席会议指定");
  }

  @Test
  @Requirement({"DSP-06", "DSP-07", "Q-05", "POL-21"})
  void theFirstReceiverAsksForCoHandlersAndStaysTheLead() {
    Story story = Story.handledUnder("qingyang");
    story.unit(
        1,
        new AssignmentCommand.MakeRequest(
            new RequestDraft(
                RequestKind.CO_HANDLING, "涉及占道经营，须城管局协办", null, 0, null, false, false)));

    story
        .done(
            new HolderCommand.DecideRequest(
                story.order(1), 1, hotline.node.classification.Approver.PLATFORM, true, null))
        .done(new HolderCommand.PlaceOrders(List.of(Story.co(story.owner.units.get(1)))));

    assertThat(story.ticket().orders().liveLead().get().assignment()).isEqualTo(story.order(1));
    assertThat(story.assignment(1).team().opinions()).hasSize(1);
  }

  @Test
  @Requirement("Q-05")
  void whereALeadIsFoundByDutiesTheFirstReceiverDoesNotBringOthersIn() {
    Policy byDuties =
        PolicyFile.read(
            "s.yml",
            """
            name: s
            source: 某市办法
            effective-from: 2022-11-29
            extends: qingyang
            organisation:
              lead-afterwards: nearest-function
            """);
    Story story =
        Story.at(
                network -> {
                  SimulatedNode city =
                      new SimulatedNode(network, "150200", "某市12345热线", byDuties, null);
                  network.add(city);
                  return city;
                })
            .register(Appeals.usual(), new TicketCommand.AcceptTicket(null))
            .dispatchTo(0)
            .unit(1, new AssignmentCommand.SignForWork("已联系"));

    Story.assertRefused(
        story.owner.decide(
            story.order(1),
            new AssignmentCommand.MakeRequest(
                new RequestDraft(
                    RequestKind.CO_HANDLING, "涉及占道经营，须城管局协办", null, 0, null, false, false)),
            Story.STAFF),
        ErrorCode.REQUEST_RULE,
        "不归首接单位");
  }

  /** 不代替部门履行职能: the city is Nanjing's kind. */
  @Test
  @Requirement("TOP-23")
  void aHotlineAnswersPlainQuestionsItselfAndLeavesTheRestToThoseWhoseDutyItIs() {
    Story complaint = received(Category.COMPLAINT);
    SimulatedNode city = complaint.network.city;
    Story.assertRefused(
        city.decide(complaint.order(1), reply("已了解"), Story.STAFF),
        ErrorCode.REPLY_RULE,
        "不代替部门履行职能");
    complaint.at(
        city,
        complaint.order(1),
        new HolderCommand.PlaceOrders(List.of(Story.lead(city.units.get(0)))));
    AssignmentId atUnit = complaint.order(1).child(1);
    complaint
        .at(city, atUnit, SIGN)
        .at(city, atUnit, reply("已查处"))
        .at(city, complaint.order(1), new HolderCommand.ReviewReply(atUnit, true, null))
        .at(city, complaint.order(1), reply("市住建局已查处"));

    Story question = received(Category.CONSULTATION);
    question.at(question.network.city, question.order(1), reply("工作日上午九点"));
  }

  /** From the province, under the rules of Nanjing. */
  private static Story received(Category category) {
    Story story =
        Story.underAt("nanjing", network -> network.province)
            .register(Appeals.of(category, Urgency.GENERAL), new TicketCommand.AcceptTicket(null));
    story.dispatch(story.network.city.self);
    story.network.deliverAll();
    return story.at(story.network.city, story.order(1), SIGN);
  }

  @Test
  @Requirement("DSP-11")
  void aTelephoneCallBesidesTheTicketIsNoted() {
    Story story = Story.accepted().dispatchTo(0);

    story.done(new HolderCommand.NotePhoneCall(story.order(1), "09:05 已电话通知值班室"));

    assertThat(story.ticket().orders().all().get(0).briefing().phoned()).contains("值班室");
  }

  @Test
  @Requirement("LIF-07")
  void givingBackWhatTheCatalogueAttributesToTheUnitTakesAWordToBeApproved() {
    Story story =
        Story.handledUnder("qingyang")
            .unit(1, new AssignmentCommand.RequestReturn("不属职责", "三定方案", "城管局"));

    Story.assertRefused(
        story.attempt(new HolderCommand.DecideReturn(story.order(1), true, " ", true)),
        ErrorCode.RETURN_RULE,
        "职责范围");
    story.done(new HolderCommand.DecideReturn(story.order(1), true, "职责已划转", true));
  }

  @Test
  @Requirement("LIF-15")
  void relatedAppealsOfOtherPeopleAreAnsweredWithOneReply() {
    Story story = Story.handledUnder("qingyang");
    AssignmentId other = another(story, 0);
    story.unit(1, new AssignmentCommand.MergeWork(List.of(other)));
    assertThat(at(story, other).team().merge().into()).isEqualTo(story.order(1));
    Story.assertRefused(
        story.owner.decide(other, reply("单独答复"), Story.STAFF), ErrorCode.MERGE_RULE, "已并入");

    story.unit(1, reply("主管道已修复，全小区恢复供热"));

    assertThat(at(story, other).state()).isEqualTo(AssignmentState.REPLIED);
    assertThat(at(story, other).handling().lastReply().get().content()).isEqualTo("主管道已修复，全小区恢复供热");
    assertThat(story.owner.tickets.get(other.ticket()).orders().all().get(0).state())
        .isEqualTo(OrderState.ANSWERED);
  }

  @Test
  @Requirement("LIF-15")
  void aMergeIsUndoneFromEitherSideUntilTheAnswer() {
    Story story = Story.handledUnder("qingyang");
    AssignmentId other = another(story, 0);
    AssignmentCommand merge = new AssignmentCommand.MergeWork(List.of(other));
    story.unit(1, merge).unit(1, new AssignmentCommand.SplitWork(other));
    assertThat(at(story, other).team().merge()).isNull();

    story.unit(1, merge).at(story.owner, other, new AssignmentCommand.SplitWork(story.order(1)));

    assertThat(story.assignment(1).team().merged()).isEmpty();
    story.unit(1, merge).unit(1, reply("已修复"));
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.SplitWork(other)), ErrorCode.STATE_FORBIDS);
  }

  @Test
  @Requirement({"LIF-14", "LIF-15"})
  void whenTheMasterIsWithdrawnTheOthersGoOnByThemselves() {
    Story story = Story.handledUnder("qingyang");
    AssignmentId other = another(story, 0);
    story.unit(1, new AssignmentCommand.MergeWork(List.of(other)));

    story.done(new TicketCommand.WithdrawTicket("诉求人来电表示已解决"));

    assertThat(at(story, other).team().merge()).isNull();
    story.at(story.owner, other, reply("已修复"));
  }

  @Test
  @Requirement("DSP-12")
  void anOwnUnitAndADistrictWorkTogetherOnOneMatter() {
    Story story = Story.accepted();
    SimulatedNode district = story.network.district;
    story.done(
        new HolderCommand.PlaceOrders(
            List.of(Story.lead(story.owner.units.get(0)), Story.co(district.self))));
    story.network.deliverAll();
    story.at(district, story.order(2), SIGN).at(district, story.order(2), reply("现场已清理"));
    story.network.deliverAll();

    story.unit(1, SIGN).unit(1, reply("管道已修复，现场已清理")).acceptReply(2).acceptReply(1);

    assertThat(story.ticket().state()).isEqualTo(TicketState.AWAITING_FOLLOW_UP);
    story.network.deliverAll();
    Checks.bothEndsAgree(story.network);
  }

  @Test
  @Requirement({"DSP-09", "XTR-02"})
  void aMatterOfAnotherDistrictGoesThereByWayOfTheCityAndItsAnswerComesBack() {
    Story story = Story.at(network -> network.district);
    SimulatedNode city = story.network.city;
    SimulatedNode other = story.network.subCenter;
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null));
    story.done(new HolderCommand.Escalate("事发地在其他县区"));
    story.network.deliverAll();
    AssignmentId atCity = story.order(1);
    AssignmentId there = atCity.child(1);
    story
        .at(city, atCity, SIGN)
        .at(city, atCity, new HolderCommand.PlaceOrders(List.of(Story.lead(other.self))));
    story.network.deliverAll();

    story.at(other, there, SIGN).at(other, there, reply("已现场处置"));
    story.network.deliverAll();
    story.at(city, atCity, new HolderCommand.ReviewReply(there, true, null));
    story.at(city, atCity, reply("事发地已处置完毕"));
    story.network.deliverAll();
    story.acceptReply(1);

    assertThat(story.ticket().outcome().answer().content()).isEqualTo("事发地已处置完毕");
    story.network.deliverAll();
    Checks.bothEndsAgree(story.network);
  }

  @Test
  @Requirement("XTR-01")
  void whatTheHolderSaysBringsTheTicketAsItIsNow() {
    Story story = Story.accepted();
    SimulatedNode district = story.network.district;
    story.dispatch(district.self);
    story.network.deliverAll();

    story.done(new TicketCommand.WithdrawTicket("诉求人来电表示已解决"));
    story.network.deliverAll();

    TicketCopy copy = district.copies.get(story.id.toString());
    assertThat(TicketWire.read(copy.image(), copy.personal())).isEqualTo(story.ticket());
  }

  private static Story leadAndCo() {
    Story story = Story.accepted();
    return story
        .done(
            new HolderCommand.PlaceOrders(
                List.of(Story.lead(story.owner.units.get(0)), Story.co(story.owner.units.get(1)))))
        .unit(1, SIGN);
  }

  /** Another ticket, signed for by a unit of the same node; returns its assignment. */
  private static AssignmentId another(Story story, int unit) {
    TicketId id = new TicketId(story.owner.self.code(), LocalDate.of(2026, 3, 2), 43);
    story.owner.register(
        new RegisterTicket(
            id, "q43", Appeals.usual(), Appeals.requester(), new TicketCommand.AcceptTicket(null)),
        Story.STAFF);
    story.owner.decide(
        id,
        new HolderCommand.PlaceOrders(List.of(Story.lead(story.owner.units.get(unit)))),
        Story.STAFF);
    AssignmentId assignment = AssignmentId.of(id, 1);
    story.owner.decide(assignment, SIGN, Story.STAFF);
    return assignment;
  }

  private static Assignment at(Story story, AssignmentId id) {
    return story.owner.assignments.get(id);
  }
}
