package hotline.node.notice;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.classification.NoticeKind;
import hotline.node.classification.NoticeState;
import hotline.node.followup.RatingLinks;
import hotline.node.store.NoticeStore;
import hotline.node.store.NoticeStore.Notice;
import hotline.node.store.NoticeStore.NoticeFilter;
import hotline.node.store.Visibility;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.SignForWork;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand.ReviewReply;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import hotline.sync.Transactions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What citizens are told, and how they answer by the link. */
class NoticesIT {

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"RVS-02", "RVS-16", "RVS-17"})
  void acceptanceProgressAndAnswerGoOutOnceAndSentIsHandled() {
    TicketId id = answered();
    NoticeSender sender = node.bean(NoticeSender.class);
    sender.run();
    sender.run();

    List<Notice> notices = notices(id);
    assertThat(notices)
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.ANSWERED, NoticeKind.PROGRESS, NoticeKind.ACCEPTED);
    assertThat(notices).allMatch(n -> n.state() == NoticeState.SENT && n.attempts() == 1);
    assertThat(notices).noneMatch(n -> n.text().contains("19900000001"));
    assertThat(ticket(id).followUps().sentAt()).isNotNull();

    Answer outbox = http.get("huifang", "/api/notices?ticket=" + id);
    assertThat(outbox.list("items")).hasSize(3);
    // the link is a secret of the citizen's
    assertThat(outbox.toString()).contains("{评价链接}").doesNotContain("/rate/");
    assertThat(http.get("paidan", "/api/notices").status()).isEqualTo(403);
  }

  @Test
  @Requirement({"RVS-05", "RVS-08"})
  void aCitizenRatesHisAnswerByTheLinkOnce() {
    TicketId id = answered();
    String path = "/api/public/ratings/" + token(id);
    Answer page = http.publicly("GET", path, null);
    assertThat(page.text("answer")).isEqualTo("已修复");
    assertThat(page.body().toString()).doesNotContain("王测试").doesNotContain("19900000001");
    Map<String, Object> rating = Map.of("satisfaction", "VERY_SATISFIED", "solved", true);

    assertThat(http.publicly("POST", path, rating).status()).isEqualTo(204);

    assertThat(ticket(id).state().name()).isEqualTo("CLOSED");
    assertThat(ticket(id).followUps().last())
        .hasValueSatisfying(
            given -> {
              assertThat(given.channel().name()).isEqualTo("LINK");
              assertThat(given.source().name()).isEqualTo("RATED");
            });
    assertThat(http.publicly("POST", path, rating).status()).isEqualTo(404);
    assertThat(http.publicly("GET", path, null).status()).isEqualTo(404);
  }

  @Test
  @Requirement("RVS-05")
  void aTokenOfAnotherTicketOrRoundIsWorthNothing() {
    TicketId id = answered();
    String token = token(id);
    String other = token.replace(id.toString(), answered().toString());
    String later = token.replace(".1.", ".2.");
    for (String wrong : List.of(other, later, token + "x", "x", "a.b.c")) {
      assertThat(http.publicly("GET", "/api/public/ratings/" + wrong, null).status())
          .as(wrong)
          .isEqualTo(404);
    }
  }

  @Test
  @Requirement("SEC-03")
  void whatCouldNotBeSentIsSentAgainByWhoMaySeeItsTicket() {
    TicketId id = answered();
    node.bean(NoticeSender.class).run();
    long notice = notices(id).get(0).id();
    String retry = "/api/notices/" + notice + "/retry";
    assertThat(http.post("duban", retry, Map.of()).text("detail")).contains("无需重发");

    node.bean(Transactions.class)
        .<RuntimeException>run(
            tx -> node.bean(NoticeStore.class).failed(tx, notice, "短信网关拒收", null));
    supervisorOf("621021", "qingcheng");
    assertThat(http.post("qingcheng", retry, Map.of()).status())
        .as("a ticket of another county")
        .isEqualTo(404);
    assertThat(http.post("duban", "/api/notices/999999/retry", Map.of()).status()).isEqualTo(404);
    assertThat(http.post("shenji", retry, Map.of()).status()).as("looks only").isEqualTo(403);
    assertThat(notices(id).get(0).state()).isEqualTo(NoticeState.FAILED);

    assertThat(http.post("duban", retry, Map.of()).status()).isEqualTo(204);
    assertThat(notices(id).get(0).state()).isEqualTo(NoticeState.PENDING);
    node.bean(NoticeSender.class).run();
    assertThat(notices(id).get(0).state()).isEqualTo(NoticeState.SENT);
  }

  @Test
  void aLongOutboxIsCountedAsFarAsAnybodyWantsToKnow() {
    NoticeFilter filter = new NoticeFilter(answered(), null, null, Visibility.ALL);
    NoticeStore store = node.bean(NoticeStore.class);

    List<Long> counted =
        node.bean(Transactions.class)
            .call(tx -> List.of(store.count(tx, filter, 2), store.count(tx, filter, 100)));

    assertThat(counted).containsExactly(2L, 3L);
  }

  private static void supervisorOf(String region, String name) {
    Map<String, Object> rights =
        Map.of(
            "displayName",
            name,
            "roles",
            List.of("SUPERVISOR"),
            "regions",
            List.of(region),
            "categories",
            List.of(),
            "disabled",
            false);
    Answer made =
        http.post(
            "admin",
            "/api/users",
            Map.of("username", name, "password", NodeHttp.PASSWORD, "rights", rights));
    assertThat(made.status()).isEqualTo(201);
  }

  private static TicketId answered() {
    AssignmentId id = Samples.dispatched(node);
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.decide(id, new SignForWork("已联系"));
              unit.decide(id, new ReplyToHolder("已修复", true, true));
              unit.settled(id);
              return unit.decide(id.ticket(), new ReviewReply(id, true, null));
            });
    return id.ticket();
  }

  private static String token(TicketId id) {
    String address = node.bean(RatingLinks.class).address(ticket(id));
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static List<Notice> notices(TicketId id) {
    return node.bean(Transactions.class)
        .call(
            tx ->
                node.bean(NoticeStore.class)
                    .list(tx, new NoticeFilter(id, null, null, Visibility.ALL), 0, 20));
  }

  private static Ticket ticket(TicketId id) {
    return node.bean(TicketWork.class).carryOut(unit -> unit.ticket(id));
  }
}
