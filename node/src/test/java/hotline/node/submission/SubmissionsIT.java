package hotline.node.submission;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent again because its answer was lost makes nothing twice. */
class SubmissionsIT {

  private static final MovableClock CLOCK = new MovableClock();

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, CLOCK);
    http = node.http();
  }

  @BeforeEach
  void signIn() {
    // the clock may have run past the end of a session
    for (String user : List.of("huawu", "paidan", "duban", "unit-CGJ")) {
      http.signIn(user, NodeHttp.PASSWORD);
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement("ACC-10")
  void anAppealThatIsSentAgainIsTheFirstTicketAndNoRefusedDuplicate() {
    Map<String, Object> appeal = appeal();

    Answer first = http.postOnce("huawu", key, "/api/tickets", appeal);
    Answer again = http.postOnce("huawu", key, "/api/tickets", appeal);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(again.text("state")).isEqualTo("ACCEPTED");
  }

  @Test
  void sentEightTimesAtTheSameMomentItIsOneTicket() throws Exception {
    Map<String, Object> appeal = appeal();
    Callable<Answer> send = () -> http.postOnce("huawu", key, "/api/tickets", appeal);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Answer>> answers = threads.invokeAll(Collections.nCopies(8, send));
      Set<String> tickets =
          answers.stream().map(SubmissionsIT::ticketOf).collect(Collectors.toSet());

      assertThat(tickets).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatWasChangedAfterItWasCarriedOutIsNotLostSilently() {
    Map<String, Object> appeal = appeal();
    String first = http.postOnce("huawu", key, "/api/tickets", appeal).text("id");
    appeal.put("content", "又想起一件事：井盖也坏了");

    Answer refused = http.postOnce("huawu", key, "/api/tickets", appeal);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("ALREADY_EXISTS");
    assertThat(refused.text("detail")).contains(first, "没有记入");
  }

  @Test
  void whatWasRefusedMayComeCorrectedUnderTheSameKey() {
    Map<String, Object> appeal = appeal();
    appeal.put("decision", Map.of("kind", "REFUSE", "guidance", "请向法院起诉"));
    Answer refused = http.postOnce("huawu", key, "/api/tickets", appeal);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("REFUSAL_RULE");
    appeal.put("decision", Map.of("kind", "ACCEPT"));

    assertThat(http.postOnce("huawu", key, "/api/tickets", appeal).status()).isEqualTo(201);
  }

  @Test
  void aKeyIsItsUsersOwnAndMustLookLikeOne() {
    Answer one = http.postOnce("huawu", key, "/api/tickets", appeal());
    Answer other = http.postOnce("paidan", key, "/api/tickets", appeal());

    assertThat(Stream.of(one, other)).allMatch(answer -> answer.status() == 201);
    Answer refused = http.postOnce("huawu", "short", "/api/tickets", appeal());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("detail")).contains("16 至 64", "short");
  }

  @Test
  void whatIsAddedToATicketIsAddedOnce() {
    String ticket = http.post("huawu", "/api/tickets", appeal()).text("id");
    Map<String, String> more = Map.of("text", "积水已经进了地下室");
    String path = "/api/tickets/" + ticket + "/supplement";

    http.postOnce("huawu", key, path, more);
    Answer again = http.postOnce("huawu", key, path, more);

    assertThat(again.status()).isEqualTo(200);
    assertThat(http.get("huawu", "/api/tickets/" + ticket + "/timeline").list("list"))
        .filteredOn(entry -> "TICKET_SUPPLEMENTED".equals(entry.get("type")))
        .hasSize(1);
    String other = http.post("huawu", "/api/tickets", appeal()).text("id");
    assertThat(http.postOnce("huawu", key, "/api/tickets/" + other + "/supplement", more).status())
        .as("the same words for another ticket are not the same")
        .isEqualTo(409);
  }

  @Test
  void aUnitIsSupervisedOnce() {
    String demand = "请于今日内说明" + key;
    Map<String, ?> notice =
        Map.of("target", Map.of("kind", "UNIT", "code", "CGJ"), "tool", "NOTICE", "demand", demand);

    Answer first = http.postOnce("duban", key, "/api/supervisions", notice);
    Answer again = http.postOnce("duban", key, "/api/supervisions", notice);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(http.get("duban", "/api/supervisions?target=CGJ&size=100").list("items"))
        .filteredOn(supervision -> demand.equals(supervision.get("demand")))
        .hasSize(1);
  }

  @Test
  void anExplanationIsGivenOnceAndWhatIsAddedToItIsNotLostSilently() {
    Map<String, ?> notice =
        Map.of("target", Map.of("kind", "UNIT", "code", "CGJ"), "tool", "NOTICE", "demand", "请说明");
    String id = http.post("duban", "/api/supervisions", notice).text("id");
    String path = "/api/supervisions/" + id.replace('/', '~') + "/explain";
    Map<String, String> said = Map.of("text", "已派人到场");

    Answer first = http.postOnce("unit-CGJ", key, path, said);
    Answer again = http.postOnce("unit-CGJ", key, path, said);

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.list("explanations")).hasSize(1);
    assertThat(http.postOnce("unit-CGJ", key, path, Map.of("text", "已派人到场，今日完成")).status())
        .isEqualTo(409);
  }

  @Test
  void aPieceOfKnowledgeIsReportedOnce() {
    Map<String, ?> reported =
        Map.of(
            "knowledge",
            Map.of(
                "question", "门牌号怎么办？" + key,
                "answer", "到派出所办理。",
                "basis", "地名管理条例",
                "validFrom", "2026-01-01",
                "openness", "PUBLIC"));

    Answer first = http.postOnce("unit-CGJ", key, "/api/knowledge/entries", reported);
    Answer again = http.postOnce("unit-CGJ", key, "/api/knowledge/entries", reported);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
  }

  @Test
  void anAbuseIsNotedOnce() {
    Map<String, ?> abuse =
        Map.of("phone", "19900009999", "ground", "HARASSMENT", "evidence", "反复拨打后不说话");

    Answer first = http.postOnce("huawu", key, "/api/abuse-cases", abuse);
    Answer again = http.postOnce("huawu", key, "/api/abuse-cases", abuse);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
  }

  @Test
  void aKeyIsForgottenAfterAMonth() {
    Map<String, Object> appeal = appeal();
    String first = http.postOnce("huawu", key, "/api/tickets", appeal).text("id");

    CLOCK.putForward(Duration.ofDays(29));
    node.bean(SubmissionPruning.class).run();
    signIn();
    assertThat(http.postOnce("huawu", key, "/api/tickets", appeal).text("id")).isEqualTo(first);

    CLOCK.putForward(Duration.ofDays(2));
    node.bean(SubmissionPruning.class).run();
    signIn();
    assertThat(http.postOnce("huawu", key, "/api/tickets", appeal).text("id")).isNotEqualTo(first);
  }

  private static String ticketOf(Future<Answer> answer) {
    try {
      Answer got = answer.get();
      assertThat(got.status()).isIn(200, 201);
      return got.text("id");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Object> appeal() {
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("channel", "PHONE");
    appeal.put("category", "HELP");
    appeal.put("urgency", "GENERAL");
    appeal.put("title", "路面积水");
    appeal.put("content", "北大街路面积水，车辆无法通行，编号 " + UUID.randomUUID());
    appeal.put("place", "北大街");
    appeal.put("region", "621002");
    appeal.put("requester", Map.of("name", "赵测试", "phone", "13900000002"));
    appeal.put("decision", Map.of("kind", "ACCEPT"));
    return appeal;
  }
}
