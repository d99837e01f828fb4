package hotline.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department's own system keeps the hub in step. */
class ExchangeIT {

  private static final String TICKETS = "/api/exchange/lines/12333/tickets";

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @SuppressWarnings("NullAway.Init")
  private static String key;

  private static int number;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    line("12333", "DUAL_NUMBER");
    key = key("12333");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"TOP-05", "TOP-06", "XTR-04", "RVS-15", "Q-15"})
  void aTicketHandledInTheDepartmentsSystemIsRatedAtTheHub() {
    String number = next();
    Answer registered = push(registration(number));
    assertThat(registered.status()).as("%s", registered.body()).isEqualTo(200);
    String ticket = registered.text("ticketId");
    push(step(number, 2, "SIGNED_FOR", "已电话联系"));
    push(step(number, 3, "REPLIED", "社保已补缴，已电话告知。"));

    Answer hub = http.get("huifang", "/api/tickets/" + ticket);
    assertThat(hub.text("state")).isEqualTo("AWAITING_FOLLOW_UP");
    assertThat(hub.map("answer")).containsEntry("content", "社保已补缴，已电话告知。");
    assertThat(hub.list("aliases").get(0)).containsEntry("number", number);
    assertThat(
            http.post(
                    "huifang",
                    "/api/tickets/" + ticket + "/follow-up",
                    Map.of("channel", "CALL", "satisfaction", "SATISFIED", "solved", true))
                .text("state"))
        .isEqualTo("CLOSED");
    Answer status = http.withKey(key, "GET", TICKETS + "/" + number, null);
    assertThat(status.text("state")).isEqualTo("CLOSED");
    assertThat(status.text("satisfaction")).isEqualTo("满意");
    assertThat(status.text("applied")).isEqualTo("3");
  }

  @Test
  @Requirement({"XTR-04", "TOP-06"})
  void whateverTheOrderAndHoweverOftenTheTicketEndsTheSame() {
    for (int seed = 0; seed < 3; seed++) {
      String number = next();
      List<Map<String, Object>> pushes = new ArrayList<>();
      for (int times = 0; times < 3; times++) {
        pushes.add(registration(number));
        pushes.add(step(number, 2, "SIGNED_FOR", "已联系"));
        pushes.add(step(number, 3, "CONTACTED", "已告知进度"));
        pushes.add(step(number, 4, "REPLIED", "已办结"));
      }
      Collections.shuffle(pushes, new Random(seed));

      pushes.forEach(push -> assertThat(push(push).status()).isEqualTo(200));

      Answer status = http.withKey(key, "GET", TICKETS + "/" + number, null);
      assertThat(status.text("state")).as("seed %s", seed).isEqualTo("AWAITING_FOLLOW_UP");
      assertThat(status.text("applied")).isEqualTo("4");
    }
  }

  @Test
  @Requirement("XTR-04")
  void aGapIsSeenOnBothSidesUntilItIsFilled() {
    String number = next();
    push(registration(number));
    Answer early = push(step(number, 3, "REPLIED", "已办结"));
    assertThat(early.text("status")).isEqualTo("WAITING");
    assertThat(early.text("expected")).isEqualTo("2");
    assertThat(gaps("duban")).extracting(gap -> gap.get("number")).contains(number);

    push(step(number, 2, "SIGNED_FOR", "已联系"));

    assertThat(gaps("duban")).extracting(gap -> gap.get("number")).doesNotContain(number);
    assertThat(http.withKey(key, "GET", TICKETS + "/" + number, null).text("applied"))
        .isEqualTo("3");
  }

  @Test
  @Requirement("XTR-04")
  void aSequenceIsNotUsedTwiceForDifferentThingsAndARefusedOneMayComeAgain() {
    String number = next();
    Map<String, Object> incomplete = registration(number);
    incomplete.put("appeal", Map.of("channel", "PHONE", "title", "x"));
    assertThat(push(incomplete).status()).isEqualTo(400);
    assertThat(push(registration(number)).text("status")).isEqualTo("APPLIED");
    assertThat(push(registration(number)).text("status")).isEqualTo("REPEATED");
    push(step(number, 2, "SIGNED_FOR", "已联系"));
    assertThat(push(step(number, 2, "SIGNED_FOR", "另外的内容")).status()).isEqualTo(422);
    assertThat(push(step(number, 3, "REPLIED", " ")).status()).isEqualTo(422);
    assertThat(push(step(number, 3, "REPLIED", "已办结")).text("status")).isEqualTo("APPLIED");
  }

  @Test
  @Requirement({"RVS-09", "TOP-06"})
  void aRedoIsWantedOfTheDepartmentAgain() {
    String number = next();
    String ticket = push(registration(number)).text("ticketId");
    push(step(number, 2, "SIGNED_FOR", "已联系"));
    push(step(number, 3, "REPLIED", "已办结"));
    http.post(
        "huifang",
        "/api/tickets/" + ticket + "/follow-up",
        Map.of("channel", "CALL", "satisfaction", "DISSATISFIED", "solved", false));
    String assignment =
        String.valueOf(
            http.get("huifang", "/api/tickets/" + ticket)
                .list("orders")
                .get(0)
                .get("assignmentId"));
    http.post(
        "huifang",
        "/api/tickets/" + ticket + "/redo",
        Map.of("assignmentId", assignment, "ground", "NOT_DILIGENT", "reason", "没有解决"));

    Answer wanted = http.withKey(key, "GET", TICKETS + "/" + number, null);
    assertThat(wanted.body()).containsEntry("wanted", true);
    assertThat(wanted.text("round")).isEqualTo("2");
    push(step(number, 4, "SIGNED_FOR", "重新核实"));
    push(step(number, 5, "REPLIED", "已补缴到位"));
    assertThat(http.withKey(key, "GET", TICKETS + "/" + number, null).text("state"))
        .isEqualTo("AWAITING_FOLLOW_UP");
  }

  @Test
  @Requirement({"Q-15", "TOP-06", "RVS-15"})
  void theDepartmentsSystemIsTheMasterOfHandlingAndTheHubOfRating() {
    line("12328", "DUAL_NUMBER");
    String other = key("12328");
    String tickets = "/api/exchange/lines/12328/tickets";
    String number = next();
    String ticket = http.withKey(other, "POST", tickets, registration(number)).text("ticketId");
    String assignment =
        String.valueOf(
            http.get("paidan", "/api/tickets/" + ticket).list("orders").get(0).get("assignmentId"));
    String work = "/api/assignments/" + assignment.replace('/', '~');
    Map<String, Object> reply =
        Map.of("content", "已办", "resolved", true, "contactedRequester", true);

    Answer here = http.post("unit-RSJ", work + "/sign-for", Map.of("contactNote", "已联系"));
    assertThat(here.status()).isEqualTo(422);
    assertThat(here.text("detail")).contains("12328", "业务系统");
    assertThat(http.post("unit-RSJ", work + "/reply", reply).status()).isEqualTo(422);
    assertThat(http.withKey(other, "POST", tickets, step(number, 2, "RATED", "满意")).status())
        .as("the department cannot rate itself")
        .isEqualTo(400);
    http.withKey(other, "POST", tickets, step(number, 2, "SIGNED_FOR", "已联系"));
    http.withKey(other, "POST", tickets, step(number, 3, "REPLIED", "已补缴"));
    assertThat(
            http.post(
                    "huifang",
                    "/api/tickets/" + ticket + "/follow-up",
                    Map.of("channel", "CALL", "satisfaction", "SATISFIED", "solved", true))
                .text("state"))
        .isEqualTo("CLOSED");
    String month = java.time.YearMonth.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
    assertThat(http.get("duban", "/api/assessment?month=" + month).list("list"))
        .filteredOn(unit -> "RSJ".equals(unit.get("code")))
        .singleElement()
        .satisfies(unit -> assertThat(String.valueOf(unit.get("numbers"))).contains("replied="));

    String open = next();
    String later = http.withKey(other, "POST", tickets, registration(open)).text("ticketId");
    merge("12328", "WHOLE_MERGE");
    String mine = "/api/assignments/" + later + "~1";
    assertThat(http.post("unit-RSJ", mine + "/sign-for", Map.of("contactNote", "已联系")).status())
        .as("once the number is merged wholly its tickets are handled here")
        .isEqualTo(200);
  }

  @Test
  @Requirement({"XTR-04", "Q-14"})
  void aKeyOpensOneLineOnlyAndNoneAfterItIsRevoked() {
    line("12320", "WHOLE_MERGE");
    String other = key("12320");
    assertThat(http.withKey(other, "POST", TICKETS, registration(next())).status()).isEqualTo(403);
    assertThat(http.withKey("", "POST", TICKETS, registration(next())).status()).isEqualTo(401);
    // a number that is wholly merged has no system of its own any more
    assertThat(
            http.withKey(other, "POST", "/api/exchange/lines/12320/tickets", registration(next()))
                .status())
        .isEqualTo(422);
  }

  private static List<Map<String, Object>> gaps(String user) {
    return http.get(user, "/api/lines/12333/exchange").list("gaps");
  }

  private static Answer push(Map<String, ?> push) {
    return http.withKey(key, "POST", TICKETS, push);
  }

  private static Map<String, Object> registration(String number) {
    Map<String, Object> push = step(number, 1, "REGISTERED", null);
    push.put(
        "appeal",
        Map.of(
            "channel",
            "PHONE",
            "category",
            "HELP",
            "title",
            "社保补缴",
            "content",
            "社保补缴未到账 " + number,
            "region",
            "621002",
            "requester",
            Map.of("name", "赵测试", "phone", "13700000000")));
    return push;
  }

  private static Map<String, Object> step(
      String number, int sequence, String kind, @Nullable String text) {
    Map<String, Object> push = new HashMap<>();
    push.put("number", number);
    push.put("sequence", sequence);
    push.put("kind", kind);
    if (text != null) {
      push.put("text", text);
    }
    return push;
  }

  private static String next() {
    return "RS-2026-" + ++number;
  }

  private static void line(String number, String mode) {
    http.post(
        "admin",
        "/api/lines",
        Map.of("number", number, "name", "人社热线", "purpose", "咨询", "establishedOn", "2008-01-01"));
    merge(number, mode);
  }

  private static void merge(String number, String mode) {
    Answer merged =
        http.post(
            "admin",
            "/api/lines/" + number + "/merge",
            Map.of(
                "mode",
                mode,
                "department",
                "RSJ",
                "roundTheClock",
                true,
                "basis",
                "批复",
                "transition",
                Map.of("prompt", "已并入", "until", "2099-01-01T00:00:00+08:00")));
    assertThat(merged.status()).as("%s", merged.body()).isEqualTo(200);
  }

  private static String key(String line) {
    return http.post(
            "admin",
            "/api/api-clients",
            Map.of("kind", "EXCHANGE", "name", "人社系统", "scope", List.of(line)))
        .text("key");
  }
}
