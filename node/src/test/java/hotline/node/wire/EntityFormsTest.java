package hotline.node.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.abuse.AbuseCase;
import hotline.node.calendar.Deadline;
import hotline.node.classification.AbuseGround;
import hotline.node.classification.CallBackCause;
import hotline.node.classification.CallBackState;
import hotline.node.classification.CallDirection;
import hotline.node.classification.CallTarget;
import hotline.node.classification.HandOverBody;
import hotline.node.classification.MergeMode;
import hotline.node.classification.Role;
import hotline.node.line.Line;
import hotline.node.line.LineNumber;
import hotline.node.telephony.Call;
import hotline.node.telephony.CallBack;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.requirements.Requirement;
import hotline.sync.NodeCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement("XTR-03")
class EntityFormsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00.123456Z");
  private static final NodeRef CITY = new NodeRef(NodeCode.of("621000"), "庆阳市");
  private static final Actor AGENT = Actor.user("huawu", Role.CALL_TAKER);
  private static final TicketId TICKET = TicketId.parse("621000-20261120-000007");
  private static final PersonalData PHONE = new PersonalData(null, "13800000000", null);

  @Test
  void everythingOfALineComesBack() {
    comesBack(
        EntityForms.LINE,
        new Line(
            new LineNumber("12333"),
            3,
            CITY,
            "人社热线",
            "咨询",
            MergeMode.SUB_CENTER,
            new UnitRef(UnitCode.of("RSJ"), "市人社局"),
            new NodeRef(NodeCode.of("621000F01"), "分中心"),
            true,
            List.of(new Line.Manager("市人社局", true)),
            new Line.Transition("提示", NOW),
            LocalDate.of(2008, 1, 1),
            NOW,
            NOW,
            List.of(
                new Line.ModeChange(
                    MergeMode.INDEPENDENT, MergeMode.SUB_CENTER, NOW, AGENT, "批复"))));
  }

  @Test
  void everythingOfACallComesBackAndTheNumberIsNotInTheImage() {
    Call call =
        new Call(
            "621000:x1",
            4,
            CITY,
            CallDirection.INBOUND,
            "12345",
            "key",
            PHONE,
            NOW,
            NOW,
            NOW,
            NOW,
            "huawu",
            true,
            List.of(
                new Call.Leg(CallTarget.NODE, "621002", NOW, false, true, "转区热线"),
                new Call.Leg(CallTarget.LINE, "12333", NOW, true, null, null)),
            TICKET,
            new Call.Recording("r/1", "ab".repeat(32)));

    comesBack(EntityForms.CALL, call);
    assertThat(new String(EntityForms.CALL.image(call).image(), StandardCharsets.ISO_8859_1))
        .doesNotContain("13800000000");
  }

  @Test
  void everythingOfACallBackComesBack() {
    comesBack(
        EntityForms.CALL_BACK,
        new CallBack(
            "621000:x1/MISSED",
            2,
            CITY,
            CallBackCause.MISSED,
            "621000:x1",
            "12345",
            "key",
            PHONE,
            NOW,
            new Deadline(NOW, "TOP-16", false),
            CallBackState.DONE,
            AGENT,
            List.of(new CallBack.Attempt(NOW, AGENT, true, "接通")),
            NOW,
            "已答复",
            TICKET));
  }

  @Test
  void everythingOfAnAbuseCaseComesBack() {
    comesBack(
        EntityForms.ABUSE_CASE,
        new AbuseCase(
            "c1",
            5,
            CITY,
            "key",
            AbuseGround.HARASSMENT,
            "证据",
            NOW,
            AGENT,
            "621000:x1",
            TICKET,
            List.of(
                new AbuseCase.Restriction(
                    NOW, NOW, "骚扰", AGENT, new AbuseCase.Lifted(NOW, AGENT, "道歉"))),
            List.of(new AbuseCase.HandOver(HandOverBody.POLICE, "公安局", "威胁", NOW, AGENT, "1号"))));
  }

  @Test
  void rubbishIsRefused() {
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> EntityForms.CALL.read(new byte[] {1, 2, 3}, new byte[0]));
  }

  private static <T> void comesBack(EntityForm<T> form, T entity) {
    byte[] personal = TicketWire.personal(form.personal(entity));
    assertThat(form.read(form.image(entity).image(), personal)).isEqualTo(entity);
    assertThat(EntityForms.of(form.type())).isPresent();
  }
}
