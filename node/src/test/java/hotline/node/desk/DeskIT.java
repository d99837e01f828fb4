package hotline.node.desk;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.ticket.AssignmentId;
import hotline.requirements.Requirement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits at the desks, what people arrange for themselves there, and what forms are told. */
class DeskIT {

  private static final String UNIT = "unit-CGJ";

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
  void aReturnWaitsAtTheReviewersDeskUntilItIsDecided() {
    AssignmentId id = Samples.dispatched(node);
    long before = count("shenhe", "returns");
    ok(
        act(
            UNIT,
            id,
            "request-return",
            Map.of("reason", "不属职责", "basis", "三定方案", "suggestion", "住建局")));

    assertThat(count("shenhe", "returns")).isEqualTo(before + 1);
    assertThat(ids("shenhe", "/api/tickets?attention=RETURN&size=200"))
        .contains(id.ticket().toString());

    ok(
        http.post(
            "shenhe",
            "/api/tickets/" + id.ticket() + "/decide-return",
            Map.of("assignmentId", id.toString(), "approve", false, "opinion", "属职责范围")));

    assertThat(count("shenhe", "returns")).isEqualTo(before);
    assertThat(ids("shenhe", "/api/tickets?attention=RETURN&size=200"))
        .doesNotContain(id.ticket().toString());
  }

  @Test
  void requestsForMoreTimeAndForOtherThingsWaitInTheirOwnLines() {
    AssignmentId id = signedFor();
    long before = count("shenhe", "moreTime");

    ok(
        act(
            UNIT,
            id,
            "request-extension",
            Map.of("reason", "备件在途", "workingDays", 2, "requesterInformed", true)));

    assertThat(count("shenhe", "moreTime")).isEqualTo(before + 1);
    assertThat(ids("shenhe", "/api/tickets?attention=EXTENSION&size=200"))
        .contains(id.ticket().toString());
    assertThat(ids("shenhe", "/api/tickets?attention=REQUEST&size=200"))
        .doesNotContain(id.ticket().toString());
  }

  @Test
  @Requirement("LIF-01")
  void aLineIsNarrowedByWhatItsTicketsAreAbout() {
    AssignmentId id = Samples.dispatched(node);
    String waiting = "/api/assignments?state=AWAITING_SIGN_FOR&size=200";

    assertThat(ids(UNIT, waiting + "&region=621002&category=COMPLAINT&q=" + id.ticket()))
        .containsExactly(id.toString());
    String words = "&q=" + URLEncoder.encode("路灯", StandardCharsets.UTF_8);
    assertThat(ids(UNIT, waiting + words)).contains(id.toString());
    assertThat(ids("paidan", "/api/tickets?size=200" + words)).contains(id.ticket().toString());
    assertThat(ids(UNIT, waiting + "&region=621000")).contains(id.toString());
    assertThat(ids(UNIT, waiting + "&region=620100")).doesNotContain(id.toString());
    assertThat(ids(UNIT, waiting + "&category=PRAISE")).doesNotContain(id.toString());
    assertThat(ids("paidan", "/api/tickets?region=6210&size=200")).contains(id.ticket().toString());
    assertThat(ids("paidan", "/api/tickets?region=621021&size=200"))
        .doesNotContain(id.ticket().toString());
    assertThat(ids("paidan", "/api/tickets?dueSoon=true&size=200"))
        .doesNotContain(id.ticket().toString());
  }

  @Test
  void savedViewsAreEverybodysOwn() {
    Map<String, Object> filter =
        Map.of(
            "queue",
            "to-dispatch",
            "region",
            "621002",
            "category",
            "",
            "urgency",
            "URGENT",
            "unit",
            "",
            "words",
            "路灯");
    Answer added =
        ok(
            http.post(
                "paidan",
                "/api/desk/views",
                Map.of("desk", "dispatch", "name", "西峰紧急", "filter", filter)));
    Object id = added.list("list").get(0).get("id");

    assertThat(http.get("shenhe", "/api/desk/views").list("list")).isEmpty();
    assertThat(
            http.put("shenhe", "/api/desk/views/" + id, Map.of("name", "抢走", "filter", filter))
                .status())
        .isEqualTo(404);
    Answer renamed =
        ok(http.put("paidan", "/api/desk/views/" + id, Map.of("name", "西峰急件", "filter", filter)));
    assertThat(renamed.list("list"))
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view).containsEntry("name", "西峰急件");
              assertThat(new Answer(200, view).map("filter")).containsEntry("words", "路灯");
            });
  }

  @Test
  void sharedMacrosAreASupervisorsToKeep() {
    Map<String, Object> macro =
        Map.of(
            "form",
            "remind",
            "name",
            "常规催办",
            "shared",
            true,
            "filled",
            List.of(Map.of("field", "text", "value", "请于今日下班前反馈办理进展。")));

    assertThat(http.post("paidan", "/api/desk/macros", macro).status()).isEqualTo(403);
    ok(http.post("duban", "/api/desk/macros", macro));

    assertThat(http.get("paidan", "/api/desk/macros").list("list"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one).containsEntry("shared", true);
              assertThat(new Answer(200, one).list("filled").get(0))
                  .containsEntry("value", "请于今日下班前反馈办理进展。");
            });
  }

  @Test
  @Requirement({"LIF-09", "RVS-01"})
  void formsAreToldWhatTheRulesDemand() {
    AssignmentId id = signedFor();

    Answer rules = ok(http.get(UNIT, address(id) + "/rules"));

    assertThat(rules.body()).containsEntry("replyNeedsContact", true);
    assertThat(rules.list("requests").stream().map(rule -> rule.get("kind")))
        .contains("EXTENSION", "WRITTEN_REPLY")
        .as("this city's rules do not provide for it")
        .doesNotContain("ON_ACCOUNT");
    Answer ofTicket = ok(http.get("huifang", "/api/tickets/" + id.ticket() + "/rules"));
    assertThat(ofTicket.body().get("channels")).asList().contains("CALL").doesNotContain("SILENCE");
    assertThat(http.get("unit-ZJJ", address(id) + "/rules").status()).isEqualTo(404);
  }

  @Test
  void workingTimeIsToldForTheConsoleToReckonWith() {
    Answer time = ok(http.get("paidan", "/api/desk/working-time"));

    assertThat(time.list("spans").get(0).get("from")).asString().matches("[0-9]{2}:[0-9]{2}");
    assertThat(time.list("departures")).isNotEmpty();
  }

  private static AssignmentId signedFor() {
    AssignmentId id = Samples.dispatched(node);
    ok(act(UNIT, id, "sign-for", Map.of()));
    return id;
  }

  private static String address(AssignmentId id) {
    return "/api/assignments/" + id.toString().replace('/', '~');
  }

  private static Answer act(String user, AssignmentId id, String action, Map<String, ?> body) {
    return http.post(user, address(id) + "/" + action, body);
  }

  private static long count(String user, String name) {
    Object counted = ok(http.get(user, "/api/desk")).map("counts").get(name);
    return Long.parseLong(String.valueOf(counted));
  }

  private static List<String> ids(String user, String path) {
    return ok(http.get(user, path)).list("items").stream()
        .map(item -> String.valueOf(item.get("id")))
        .toList();
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
    return answer;
  }
}
