package hotline.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.classification.HandlingRole;
import hotline.node.search.TicketIndex;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.AssignmentCommand.NoteContact;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.TicketCommand.AcceptTicket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.work.TicketNumbers;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write holds numbers of persons: nobody sees them who has not given a reason. */
class FreeTextIT {

  private static final String PHONE = "19912345678";
  private static final String CARD = "62282119900101123X";
  private static final String LOOSE = "199 1234 5678";
  private static final List<String> NUMBERS = List.of(PHONE, CARD, LOOSE);

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @SuppressWarnings("NullAway.Init")
  private static AssignmentId assignment;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    assignment = dispatched();
    act("sign-for", Map.of());
    node.bean(TicketWork.class)
        .carryOut(unit -> unit.decide(assignment, new NoteContact("拨打 " + PHONE + " 已接通")));
    act(
        "reply",
        Map.of("content", "已告知 " + LOOSE + " 机主", "resolved", true, "contactedRequester", true));
    await().atMost(Duration.ofSeconds(30)).until(() -> node.bean(TicketIndex.class).complete());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"SEC-01", "SEC-03"})
  void noViewAndNoFileShowsANumberThatStandsInAText() throws Exception {
    String ticket = "/api/tickets/" + assignment.ticket();
    for (String path :
        List.of(
            "/api/tickets",
            "/api/tickets?q=%E8%B7%AF%E7%81%AF",
            ticket,
            ticket + "/timeline",
            "/api/assignments",
            "/api/assignments/" + assignment.toString().replace('/', '~'),
            "/api/tickets/export?format=CSV",
            "/api/assignments/export?format=CSV")) {
      assertThat(shown("shenhe", path)).as(path).contains("****").doesNotContain(NUMBERS);
    }
    assertThat(shown("huawu", "/api/intake/related/" + assignment.ticket()))
        .doesNotContain(NUMBERS);
    Map<String, Object> appeal =
        http.publicly(
                "POST",
                "/api/public/progress",
                Map.of("code", "Q" + assignment.ticket(), "phone", "19900000001"))
            .body();
    assertThat(appeal.toString()).doesNotContain(NUMBERS);
  }

  @Test
  @Requirement("SEC-03")
  void whoGivesAReasonSeesAllThatWasWritten() {
    Answer revealed =
        http.post(
            "huawu", "/api/tickets/" + assignment.ticket() + "/reveal", Map.of("reason", "回电核实地点"));

    assertThat(revealed.status()).isEqualTo(200);
    assertThat(revealed.text("phone")).isEqualTo("19900000001");
    assertThat(String.valueOf(revealed.map("ticket"))).contains(PHONE, CARD, LOOSE);
    assertThat(String.valueOf(revealed.list("timeline"))).contains(PHONE, LOOSE);
  }

  private static AssignmentId dispatched() {
    TicketId id = node.bean(TicketNumbers.class).next();
    RegisterTicket sample = Samples.accepted(id);
    Appeal like = sample.appeal();
    Appeal appeal =
        new Appeal(
            like.channel(),
            like.category(),
            like.urgency(),
            false,
            null,
            "路灯不亮联系" + PHONE,
            "南大街路灯连续三晚不亮，我的身份证 " + CARD + "，手机 " + LOOSE,
            like.region(),
            "南大街（" + PHONE + "）",
            like.occurredAt(),
            List.of());
    UnitRef unit = new UnitRef(UnitCode.of("CGJ"), "市城管局");
    return node.bean(TicketWork.class)
        .carryOut(
            work -> {
              work.actAs(Samples.CALL_TAKER);
              work.register(
                  new RegisterTicket(
                      id, "Q" + id, appeal, sample.requester(), new AcceptTicket(null)));
              work.decide(
                  id,
                  new PlaceOrders(
                      List.of(new OrderDraft(unit, HandlingRole.LEAD, "请先联系 " + PHONE))));
              work.settled(id);
              return AssignmentId.of(id, 1);
            });
  }

  private static String shown(String user, String path) throws Exception {
    return new String(http.bytes(user, path), StandardCharsets.UTF_8);
  }

  private static void act(String action, Map<String, ?> body) {
    Answer answer =
        http.post(
            "unit-CGJ",
            "/api/assignments/" + assignment.toString().replace('/', '~') + "/" + action,
            body);
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 204);
  }
}
