package hotline.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.classification.Channel;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Intake and acceptance through the HTTP interface of a node. */
class AcceptanceIT {

  private static final String PHONE = "13800000001";

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  private static int number;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    http.signIn("huawu", "test-password-1");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement("ACC-10")
  void ofTheSameAppealsThatComeAtTheSameMomentExactlyOneIsAccepted() throws Exception {
    for (int round = 0; round < 5; round++) {
      Map<String, Object> appeal = accepted(appeal());
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(() -> http.post("huawu", "/api/tickets", appeal));
      }
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Answer> answers = new ArrayList<>();
      try {
        for (Future<Answer> answer : threads.invokeAll(calls)) {
          answers.add(answer.get());
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(answers).allMatch(answer -> answer.status() == 201);
      assertThat(answers).filteredOn(a -> a.text("state").equals("ACCEPTED")).hasSize(1);
      assertThat(answers).filteredOn(a -> a.text("state").equals("REFUSED")).hasSize(7);
    }
  }

  @Test
  @Requirement({"ACC-05", "EMG-04"})
  void aCallForHelpIsRefusedOnlyWithTheNumberItWasPassedOnTo() {
    Map<String, Object> appeal = appeal();
    appeal.put(
        "decision", Map.of("kind", "REFUSE", "ground", "EMERGENCY_SERVICE", "guidance", "已转接"));
    assertThat(http.post("huawu", "/api/tickets", appeal).status()).isEqualTo(422);

    appeal.put(
        "decision",
        Map.of(
            "kind",
            "REFUSE",
            "ground",
            "EMERGENCY_SERVICE",
            "guidance",
            "已转接",
            "emergencyNumber",
            "110"));
    Answer refused = http.post("huawu", "/api/tickets", appeal);

    assertThat(refused.status()).isEqualTo(201);
    assertThat(refused.list("emergencyTransfers")).hasSize(1);
    assertThat(http.get("huawu", "/api/tickets/" + refused.text("id") + "/timeline").list("list"))
        .extracting(entry -> entry.get("type"))
        .contains("TICKET_HANDED_TO_EMERGENCY", "TICKET_REFUSED");
  }

  @Test
  @Requirement("LIF-15")
  void whoNotesAnAppealDownSeesWhatIsOpenAtTheSamePlaceAndWhichRegionIsMeant() {
    Map<String, Object> known = accepted(appeal());
    known.put("content", "北大街十字井盖缺失" + ++number);
    known.put("place", "北大街十字");
    String open = http.post("huawu", "/api/tickets", known).text("id");

    Map<String, Object> typed = appeal();
    typed.put("title", "井盖没了");
    typed.put("content", "北大街十字那儿的井盖不见了，晚上很危险");
    typed.put("place", "北大街十字东侧");
    Answer check = http.post("huawu", "/api/intake/check", typed);
    assertThat(check.list("nearby"))
        .first()
        .satisfies(
            near -> {
              assertThat(String.valueOf(near.get("ticket"))).contains(open);
              assertThat(near).containsEntry("samePlace", true);
            });
    assertThat(check.list("regions")).as("it is noted already").isEmpty();

    typed.remove("region");
    typed.put("content", "西峰区北大街的井盖不见了");
    Answer unplaced = http.post("huawu", "/api/intake/check", typed);
    assertThat(unplaced.list("regions"))
        .extracting(region -> region.get("code"))
        .containsExactly("621002");
  }

  @Test
  @Requirement({"EMG-04", "ACC-12"})
  void anUrgentTicketGoesOnAfterItWasPassedOn() {
    String id = http.post("huawu", "/api/tickets", accepted(appeal())).text("id");

    Answer after =
        http.post(
            "huawu",
            "/api/tickets/" + id + "/transfer-emergency",
            Map.of("number", "119", "connected", true, "note", "燃气泄漏"));

    assertThat(after.status()).isEqualTo(200);
    assertThat(after.text("state")).isEqualTo("ACCEPTED");
    assertThat(after.list("emergencyTransfers").get(0)).containsEntry("number", "119");
    assertThat(
            http.post(
                    "huawu",
                    "/api/tickets/" + id + "/transfer-emergency",
                    Map.of("number", "12345", "connected", true))
                .status())
        .isEqualTo(422);
  }

  @Test
  @Requirement("XTR-07")
  void aPortalHandsAppealsInAndShowsItsUsersHowTheyStand() {
    String portal = key("CHANNEL", "WEB");
    Map<String, Object> appeal = appeal();
    appeal.put("channel", "WEB");
    appeal.put("externalId", Map.of("system", "zwfw", "number", "ZW-77"));
    String id =
        http.withKey(portal, "POST", "/api/exchange/appeals", Map.of("appeal", appeal))
            .text("ticketId");
    String path = "/api/exchange/appeals/zwfw/ZW-77";
    assertThat(http.withKey(portal, "GET", path, null).text("state")).isEqualTo("REGISTERED");

    http.post("huawu", "/api/tickets/" + id + "/accept", Map.of());
    http.post("huawu", "/api/tickets/" + id + "/answer", Map.of("answer", "已安排检修"));

    assertThat(http.withKey(portal, "GET", path, null).text("answer")).isEqualTo("已安排检修");
    assertThat(http.withKey(key("CHANNEL", "WECHAT"), "GET", path, null).status())
        .as("another channel's appeal is none of its business")
        .isEqualTo(403);
    assertThat(http.withKey(portal, "GET", "/api/exchange/appeals/zwfw/ZW-78", null).status())
        .isEqualTo(404);
  }

  @Test
  @Requirement("ACC-07")
  void whatWasConcludedIsAcceptedAgainOnlyWithSomethingNew() {
    Map<String, Object> appeal = appeal();
    appeal.put("decision", Map.of("kind", "ANSWER", "answer", "已告知办理方式"));
    String first = http.post("huawu", "/api/tickets", appeal).text("id");

    Answer again = http.post("huawu", "/api/tickets", accepted(appeal));
    assertThat(again.text("state")).isEqualTo("REFUSED");
    assertThat(again.map("refusal")).containsEntry("earlier", first);

    appeal.put("decision", Map.of("kind", "ACCEPT", "newFacts", "又坏了"));
    assertThat(http.post("huawu", "/api/tickets", appeal).text("state")).isEqualTo("ACCEPTED");
  }

  @Test
  @Requirement({"LIF-15", "CLS-05", "CLS-07", "CLS-08", "INT-12", "Q-06"})
  void theCallTakerSeesWhatIsKnownBeforeHeDecides() {
    Map<String, Object> known = appeal();
    known.put("matter", "CJ0201");
    String id = http.post("huawu", "/api/tickets", accepted(known)).text("id");

    Map<String, Object> others = new HashMap<>(known);
    others.remove("decision");
    others.put("content", "大面积停水，路灯也不亮");
    others.put("requester", Map.of("name", "庆阳某某商贸有限公司", "phone", "13800000009"));
    Answer checked = http.post("huawu", "/api/intake/check", others);

    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.list("related")).extracting(row -> row.get("id")).contains(id);
    assertThat(checked.list("suggestions").get(0)).containsEntry("code", "CGJ");
    assertThat(String.valueOf(checked.list("suggestions").get(0).get("reason"))).contains("归口");
    assertThat(checked.body()).containsEntry("enterprise", true);
    assertThat(checked.text("looksUrgent")).isEqualTo("URGENT");
    others.put("content", known.get("content"));
    others.put("requester", known.get("requester"));
    assertThat(http.post("huawu", "/api/intake/check", others).text("inHandling")).isEqualTo(id);
    assertThat(http.get("paidan", "/api/intake/suggestions/" + id).list("list")).isNotEmpty();
  }

  @Test
  @Requirement({"INT-19", "ACC-13"})
  void aCallerIsToldOfHisOwnAppealsAndOfNobodyElses() {
    Map<String, Object> appeal = accepted(appeal());
    appeal.put("requester", Map.of("name", "李四", "phone", "13912345678"));
    Answer own = http.post("huawu", "/api/tickets", appeal);

    Answer history =
        http.post("huawu", "/api/intake/history", Map.of("phone", "13912345678", "reason", "来电查询"));
    assertThat(history.list("list"))
        .extracting(row -> row.get("id"))
        .containsExactly(own.text("id"));
    assertThat(http.post("huawu", "/api/intake/history", Map.of("reason", "来电查询")).status())
        .isEqualTo(400);
    String code = own.text("queryCode");
    assertThat(
            http.publicly("GET", "/api/public/appeals/" + code + "/history?phone=13912345678", null)
                .list("list"))
        .hasSize(1);
    assertThat(
            http.publicly("GET", "/api/public/appeals/" + code + "/history?phone=13900000000", null)
                .status())
        .isEqualTo(404);
  }

  @Test
  @Requirement("INT-12")
  void aPolicySpecialistAnswersAnEnterprise() {
    Map<String, Object> appeal = appeal();
    appeal.put("requester", Map.of("name", "庆阳某某商贸有限公司", "phone", "13800000003"));
    appeal.put("category", "CONSULTATION");
    Answer registered = http.post("huawu", "/api/tickets", appeal);

    assertThat(registered.body()).containsEntry("enterprise", true);
    assertThat(
            http.post(
                    "zhengce",
                    "/api/tickets/" + registered.text("id") + "/answer",
                    Map.of("answer", "可享受减免政策", "contactedUnit", "TAX"))
                .text("state"))
        .isEqualTo("CLOSED");
  }

  @ParameterizedTest
  @EnumSource(value = Channel.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  @Requirement({"INT-02", "INT-03", "INT-04", "INT-05", "INT-18"})
  void everyChannelBringsItsAppealsIntoTheSamePoolOnce(Channel channel) {
    String key = key("CHANNEL", channel.name());
    Map<String, Object> appeal = appeal();
    appeal.put("channel", channel.name());
    appeal.put("externalId", Map.of("system", channel.name(), "number", "p-1"));
    Map<String, Object> submission = Map.of("appeal", appeal);

    Answer first = http.withKey(key, "POST", "/api/exchange/appeals", submission);
    Answer again = http.withKey(key, "POST", "/api/exchange/appeals", submission);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("ticketId")).isEqualTo(first.text("ticketId"));
    assertThat(first.text("state")).isEqualTo("REGISTERED");
    assertThat(
            http.post("huawu", "/api/tickets/" + first.text("ticketId") + "/accept", Map.of())
                .text("state"))
        .isEqualTo("ACCEPTED");
  }

  @Test
  @Requirement("INT-18")
  void aChannelSpeaksForItselfOnly() {
    String key = key("CHANNEL", "WECHAT");
    Map<String, Object> appeal = appeal();
    appeal.put("channel", "APP");
    appeal.put("externalId", Map.of("system", "app", "number", "a-1"));
    Map<String, Object> submission = Map.of("appeal", appeal);

    assertThat(http.withKey(key, "POST", "/api/exchange/appeals", submission).status())
        .isEqualTo(403);
    assertThat(http.withKey("c1.x", "POST", "/api/exchange/appeals", submission).status())
        .isEqualTo(401);
  }

  @Test
  @Requirement("INT-06")
  void aRobotAnswersConsultationsAndHandsAllElseToPeople() {
    String key = key("CHANNEL", "ROBOT");
    Map<String, Object> question = appeal();
    question.put("channel", "ROBOT");
    question.put("category", "CONSULTATION");
    question.put("externalId", Map.of("system", "robot", "number", "r-1"));
    Map<String, Object> complaint = new HashMap<>(question);
    complaint.put("category", "COMPLAINT");
    complaint.put("content", "商家缺斤短两");
    complaint.put("externalId", Map.of("system", "robot", "number", "r-2"));

    assertThat(
            http.withKey(
                    key,
                    "POST",
                    "/api/exchange/appeals",
                    Map.of("appeal", question, "robotAnswer", "工作日9点至18点"))
                .text("state"))
        .isEqualTo("CLOSED");
    assertThat(
            http.withKey(
                    key,
                    "POST",
                    "/api/exchange/appeals",
                    Map.of("appeal", complaint, "robotAnswer", "请保留凭证"))
                .text("state"))
        .isEqualTo("REGISTERED");
  }

  @Test
  @Requirement("ACC-12")
  void theRulesAndTheStandardGuidanceAreThereForTheForm() {
    Answer rules = http.get("huawu", "/api/intake/rules");

    assertThat(rules.list("grounds")).hasSizeGreaterThan(8);
    assertThat(rules.list("grounds"))
        .filteredOn(ground -> "OUT_OF_TERRITORY".equals(ground.get("ground")))
        .allSatisfy(ground -> assertThat(String.valueOf(ground.get("guidance"))).contains("12345"));
    assertThat(String.valueOf(rules.body().get("emergencyNumbers"))).contains("119");
  }

  private static String key(String kind, String scope) {
    return http.post(
            "admin",
            "/api/api-clients",
            Map.of("kind", kind, "name", "测试", "scope", List.of(scope)))
        .text("key");
  }

  private static Map<String, Object> accepted(Map<String, Object> appeal) {
    Map<String, Object> accepted = new HashMap<>(appeal);
    accepted.put("decision", Map.of("kind", "ACCEPT"));
    return accepted;
  }

  private static Map<String, Object> appeal() {
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("channel", "PHONE");
    appeal.put("category", "HELP");
    appeal.put("title", "路灯不亮");
    appeal.put("content", "南大街" + ++number + "号路灯连续三晚不亮");
    appeal.put("region", "621002");
    appeal.put("place", "南大街");
    appeal.put("requester", Map.of("name", "王测试", "phone", PHONE));
    return appeal;
  }
}
