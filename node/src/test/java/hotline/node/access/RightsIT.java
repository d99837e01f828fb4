package hotline.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.work.TicketNumbers;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Role × region × category, sessions that end with the rights, and the record of who read what. */
class RightsIT {

  private static final String PASSWORD = "another-password-2";

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  /** In 621002, a complaint. */
  @SuppressWarnings("NullAway.Init")
  private static String ticket;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    ticket = Samples.dispatched(node).ticket().toString();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"SEC-01", "SEC-02"})
  void whoIsLimitedToAnotherRegionNeitherSeesNorTouchesATicket() {
    user("elsewhere", List.of("DISPATCHER"), List.of("621021"), List.of());

    assertThat(http.get("elsewhere", "/api/tickets/" + ticket).status()).isEqualTo(404);
    assertThat(http.get("elsewhere", "/api/tickets/" + ticket + "/timeline").status())
        .isEqualTo(404);
    assertThat(http.get("elsewhere", "/api/tickets").body().get("total")).hasToString("0");
    assertThat(http.get("elsewhere", "/api/assignments").body().get("total")).hasToString("0");
    assertThat(
            http.post("elsewhere", "/api/tickets/" + ticket + "/remind", Map.of("text", "快办"))
                .status())
        .isEqualTo(404);
  }

  @Test
  @Requirement({"SEC-01", "SEC-02"})
  void whatIsKeptFromAUserIsNotToldByAnyOtherAddressEither() {
    user("curious", List.of("CALL_TAKER", "DISPATCHER"), List.of("621021"), List.of());
    user("entitled", List.of("CALL_TAKER", "DISPATCHER"), List.of("621002"), List.of());

    for (String address :
        List.of(
            "/api/tickets/%s/deadlines",
            "/api/tickets/%s/rules",
            "/api/tickets/%s/repeats",
            "/api/tickets/%s/attachments",
            "/api/intake/suggestions/%s",
            "/api/intake/related/%s")) {
      String path = address.formatted(ticket);
      assertThat(http.get("curious", path).status()).as(path).isEqualTo(404);
      assertThat(http.get("entitled", path).status()).as(path).isEqualTo(200);
    }
    Map<String, Object> question =
        Map.of("unit", "CGJ", "ticketId", ticket, "question", "进展", "reason", "回电");
    assertThat(http.post("curious", "/api/lookups", question).text("detail")).contains(ticket);
  }

  @Test
  @Requirement("SEC-03")
  void whatAnotherUnitHandlesIsKeptFromAUnitsPeopleAtEveryAddress() {
    http.signIn("unit-CGJ", NodeHttp.PASSWORD);
    http.signIn("unit-ZJJ", NodeHttp.PASSWORD);
    for (String part : List.of("", "/timeline", "/deadlines", "/rules", "/attachments")) {
      String path = "/api/tickets/" + ticket + part;
      assertThat(http.get("unit-CGJ", path).status()).as(path).isEqualTo(200);
      assertThat(http.get("unit-ZJJ", path).status()).as(path).isEqualTo(404);
    }
    for (Map.Entry<String, Map<String, Object>> work :
        Map.of(
                "/reveal", Map.<String, Object>of("reason", "核实地址"),
                "/presence", Map.<String, Object>of("editing", false))
            .entrySet()) {
      String path = "/api/tickets/" + ticket + work.getKey();
      Map<String, Object> body = work.getValue();
      assertThat(http.post("unit-CGJ", path, body).status()).as(path).isEqualTo(200);
      assertThat(http.post("unit-ZJJ", path, body).status()).as(path).isEqualTo(404);
    }
    Map<String, Object> question =
        Map.of("unit", "CGJ", "ticketId", ticket, "question", "进展", "reason", "回电");
    assertThat(http.post("unit-ZJJ", "/api/lookups", question).status()).isIn(403, 404);
    assertThat(http.get("unit-ZJJ", "/api/intake/related/" + ticket).status()).isIn(403, 404);
  }

  @Test
  void whoIsLimitedToTheRegionAndCategoryWorksWithItAsUsual() {
    user("here", List.of("DISPATCHER"), List.of("621002"), List.of("COMPLAINT"));

    assertThat(http.get("here", "/api/tickets/" + ticket).status()).isEqualTo(200);
    assertThat(http.get("here", "/api/tickets").body().get("total")).isNotEqualTo(0);
    assertThat(http.get("here", "/api/assignments").body().get("total")).isNotEqualTo(0);
    assertThat(
            http.post("here", "/api/tickets/" + ticket + "/remind", Map.of("text", "快办")).status())
        .isEqualTo(200);
  }

  @Test
  void whoIsLimitedToAnotherCategoryDoesNotSeeIt() {
    user("praise", List.of("DISPATCHER"), List.of(), List.of("PRAISE"));

    assertThat(http.get("praise", "/api/tickets/" + ticket).status()).isEqualTo(404);
    assertThat(http.get("praise", "/api/tickets").body().get("total")).hasToString("0");
  }

  @Test
  void theNumbersOfTheDeskAreThoseOfTheListsThatOneMaySee() {
    user("numbers-here", List.of("DISPATCHER", "SUPERVISOR"), List.of("621002"), List.of());
    user("numbers-away", List.of("DISPATCHER", "SUPERVISOR"), List.of("621021"), List.of());
    user("numbers-praise", List.of("DISPATCHER", "SUPERVISOR"), List.of(), List.of("PRAISE"));
    node.bean(TicketWork.class)
        .carryOut(unit -> unit.register(Samples.accepted(node.bean(TicketNumbers.class).next())));
    Map<String, Object> all = http.get("paidan", "/api/desk").map("counts");

    assertThat(all.get("accepted")).isNotEqualTo(0);
    assertThat(http.get("numbers-here", "/api/desk").map("counts")).isEqualTo(all);
    for (String other : List.of("numbers-away", "numbers-praise")) {
      assertThat(http.get(other, "/api/desk").map("counts").values())
          .as(other)
          .allSatisfy(number -> assertThat(number).hasToString("0"));
    }
  }

  @Test
  void whatIsDueAndWhatIsToBeClearedIsCountedWithinTheRightsToo() {
    MovableClock later = new MovableClock();
    later.putForward(Duration.ofDays(40));
    try (EmbeddedNode restarted = node.another(later)) {
      user("due-here", List.of("SUPERVISOR"), List.of("621002"), List.of());
      user("due-away", List.of("SUPERVISOR"), List.of("621021"), List.of());
      NodeHttp then = restarted.http();
      then.signIn("due-here", PASSWORD);
      then.signIn("due-away", PASSWORD);

      assertThat(then.get("due-here", "/api/desk/deadlines").body()).containsKey("REPLY_PASSED");
      assertThat(then.get("due-away", "/api/desk/deadlines").body()).isEmpty();
      assertThat(then.get("due-here", "/api/clearing").list("units")).isNotEmpty();
      assertThat(then.get("due-away", "/api/clearing").list("units")).isEmpty();
    }
  }

  @Test
  void aSessionIsOverWithTheNextRequestOnceTheRightsChange() {
    user("moving", List.of("DISPATCHER"), List.of(), List.of());
    assertThat(http.get("moving", "/api/tickets").status()).isEqualTo(200);

    http.put("admin", "/api/users/moving", rights(List.of("CALL_TAKER"), List.of(), List.of()));

    assertThat(http.get("moving", "/api/tickets").status()).isEqualTo(401);
    assertThat(http.get("moving", "/api/session").status()).isEqualTo(401);
    assertThat(http.signIn("moving", PASSWORD).status()).isEqualTo(200);
    assertThat(http.get("moving", "/api/tickets").status()).isEqualTo(200);
  }

  @Test
  void aDisabledAccountIsOutAtOnceAndCannotSignIn() {
    user("leaving", List.of("DISPATCHER"), List.of(), List.of());
    Map<String, Object> disabled =
        new java.util.HashMap<>(rights(List.of("DISPATCHER"), List.of(), List.of()));
    disabled.put("disabled", true);
    http.put("admin", "/api/users/leaving", disabled);

    assertThat(http.get("leaving", "/api/tickets").status()).isEqualTo(401);
    assertThat(http.signIn("leaving", PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void aSessionEndsInEveryProcessOfTheNodeAndNotOnlyWhereTheRightsWereChanged() {
    user("roaming", List.of("DISPATCHER"), List.of(), List.of());
    try (EmbeddedNode other = node.another()) {
      NodeHttp there = other.http();
      assertThat(there.signIn("roaming", PASSWORD).status()).isEqualTo(200);
      assertThat(there.get("roaming", "/api/tickets").status()).isEqualTo(200);

      http.post("admin", "/api/users/roaming/password", Map.of("password", "Brand-new-word-7"));

      assertThat(there.get("roaming", "/api/tickets").status()).isEqualTo(401);
    }
  }

  @Test
  void whoeverSawAnOlderVersionOfAnAccountDoesNotOverwriteTheNewerOne() {
    user("contested", List.of("DISPATCHER"), List.of(), List.of());
    Map<String, Object> seen =
        new java.util.HashMap<>(rights(List.of("REVIEWER"), List.of(), List.of()));
    seen.put("version", 1);
    assertThat(http.put("admin", "/api/users/contested", seen).status()).isEqualTo(200);
    assertThat(http.put("admin", "/api/users/contested", seen).text("code"))
        .isEqualTo("STALE_VERSION");
  }

  @Test
  void anAccountThatFailuresHaveLockedCanBeUnlocked() {
    user("forgetful", List.of("DISPATCHER"), List.of(), List.of());
    for (int i = 0; i < 5; i++) {
      http.signIn("forgetful", "not-my-password-1");
    }
    assertThat(http.signIn("forgetful", PASSWORD).status()).isEqualTo(401);
    assertThat(account("forgetful")).containsKey("lockedUntil");

    http.post("admin", "/api/users/forgetful/unlock", Map.of());

    assertThat(account("forgetful")).doesNotContainKey("lockedUntil");
    assertThat(http.signIn("forgetful", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void everybodyChangesHisOwnPasswordAndStaysSignedInWhereHeDidSo() {
    user("careful", List.of("DISPATCHER"), List.of(), List.of());
    Map<String, String> change = Map.of("current", PASSWORD, "password", "Fresh-start-2027");
    assertThat(
            http.post(
                    "careful",
                    "/api/session/password",
                    Map.of("current", "wrong-password-9", "password", "Fresh-start-2027"))
                .status())
        .isEqualTo(403);
    assertThat(
            http.post(
                    "careful",
                    "/api/session/password",
                    Map.of("current", PASSWORD, "password", "short"))
                .text("detail"))
        .contains("10 至 128 位");

    assertThat(http.post("careful", "/api/session/password", change).status()).isEqualTo(200);

    assertThat(http.signIn("careful", PASSWORD).status()).isEqualTo(401);
    assertThat(http.signIn("careful", "Fresh-start-2027").status()).isEqualTo(200);
  }

  private static Map<String, Object> account(String name) {
    return http.get("admin", "/api/users").list("list").stream()
        .filter(user -> name.equals(user.get("username")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyAdministratorsChangeRightsAndNoneLocksHimselfOut() {
    assertThat(http.get("paidan", "/api/users").status()).isEqualTo(403);
    assertThat(
            http.put(
                    "admin",
                    "/api/users/admin",
                    rights(List.of("DISPATCHER"), List.of(), List.of()))
                .status())
        .isEqualTo(403);
    assertThat(
            http.put(
                    "admin",
                    "/api/users/paidan",
                    rights(List.of("DISPATCHER"), List.of("999999"), List.of()))
                .text("detail"))
        .contains("999999");
  }

  @Test
  @Requirement("SEC-03")
  void everyReadAndRevealOfATicketIsFoundByTheAuditor() {
    http.get("paidan", "/api/tickets/" + ticket);
    http.post("huawu", "/api/tickets/" + ticket + "/reveal", Map.of("reason", "回电核实地点"));

    Answer found = http.get("shenji", "/api/audit?subject=" + ticket);

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.list("items"))
        .anySatisfy(
            entry ->
                assertThat(entry)
                    .containsEntry("username", "paidan")
                    .containsEntry("action", "READ_TICKET"))
        .anySatisfy(
            entry ->
                assertThat(entry)
                    .containsEntry("username", "huawu")
                    .containsEntry("action", "REVEAL")
                    .containsEntry("detail", "回电核实地点"));
    assertThat(http.get("shenji", "/api/audit?action=SEARCH_AUDIT").list("items")).isNotEmpty();
    assertThat(http.get("paidan", "/api/audit").status()).isEqualTo(403);
  }

  @Test
  @Requirement({"SEC-02", "SEC-05"})
  void whoManagesWhoUsesAndWhoIsToAnswerForItIsOnTheRecord() {
    user("named", List.of("CALL_TAKER"), List.of("621002"), List.of());
    assertThat(http.post("named", "/api/tickets/" + ticket + "/reveal", Map.of()).status())
        .as("nobody uses it without a reason")
        .isEqualTo(400);
    http.post("named", "/api/tickets/" + ticket + "/reveal", Map.of("reason", "核实地址"));
    assertThat(audit("named"))
        .as("who manages: who gave the right, and which")
        .anySatisfy(
            entry ->
                assertThat(entry)
                    .containsEntry("username", "admin")
                    .containsEntry("action", "CREATE_USER")
                    .hasEntrySatisfying(
                        "detail", detail -> assertThat(String.valueOf(detail)).contains("621002")));
    assertThat(audit(ticket))
        .as("who uses, under his own name")
        .anySatisfy(
            entry ->
                assertThat(entry)
                    .containsEntry("username", "named")
                    .containsEntry("action", "REVEAL")
                    .containsEntry("detail", "核实地址"));

    Answer issued =
        http.post(
            "admin",
            "/api/api-clients",
            Map.of("kind", "CHANNEL", "name", "政务服务网", "scope", List.of("WEB")));
    String client = String.valueOf(issued.map("client").get("id"));
    Map<String, Object> appeal =
        Map.of(
            "channel", "WEB",
            "category", "HELP",
            "title", "路灯",
            "content", "路灯不亮",
            "region", "621002",
            "place", "南大街",
            "requester", Map.of("name", "测试人", "phone", "19900000009"),
            "externalId", Map.of("system", "web", "number", "w-sec-02"));
    Answer submitted =
        http.withKey(issued.text("key"), "POST", "/api/exchange/appeals", Map.of("appeal", appeal));
    assertThat(
            http.get("paidan", "/api/tickets/" + submitted.text("ticketId") + "/timeline")
                .toString())
        .as("what another system did bears its name, and who let it in is known")
        .contains(client);
    assertThat(audit(client))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry)
                    .containsEntry("username", "admin")
                    .containsEntry("action", "ISSUE_API_CLIENT"));
    http.withKey("", "DELETE", "/api/api-clients/" + client, null);
    assertThat(audit(client)).as("nobody ends it without a name").hasSize(1);

    String supervision =
        http.post(
                "duban",
                "/api/supervisions",
                Map.of(
                    "target", Map.of("kind", "UNIT", "code", "CGJ"),
                    "tool", "INTERVIEW",
                    "trigger", "POOR_QUALITY",
                    "demand", "核查信息泄露"))
            .text("id")
            .replace('/', '~');
    Answer answered =
        http.post(
            "duban",
            "/api/supervisions/" + supervision + "/hold-accountable",
            Map.of(
                "ground", "LEAK",
                "person", "经办人甲",
                "finding", "向无关人员泄露诉求人电话",
                "measure", "移送纪检"));
    assertThat(answered.toString()).contains("LEAK", "经办人甲", "移送纪检");
  }

  @Test
  @Requirement("SEC-02")
  void theRecordOfUseCannotBeChangedByAnybodyNotEvenAnAdministrator() {
    http.get("paidan", "/api/tickets/" + ticket);
    List<Map<String, Object>> before = audit(ticket);

    assertThat(http.put("admin", "/api/audit", Map.of()).status()).isIn(404, 405);
    assertThat(http.post("admin", "/api/audit", Map.of()).status()).isIn(404, 405);
    assertThat(audit(ticket)).isEqualTo(before);
  }

  private static List<Map<String, Object>> audit(String subject) {
    return http.get("shenji", "/api/audit?subject=" + subject).list("items");
  }

  private static void user(
      String name, List<String> roles, List<String> regions, List<String> categories) {
    Answer created =
        http.post(
            "admin",
            "/api/users",
            Map.of(
                "username",
                name,
                "password",
                PASSWORD,
                "rights",
                rights(roles, regions, categories)));
    assertThat(created.status()).as(created.toString()).isEqualTo(201);
    assertThat(http.signIn(name, PASSWORD).status()).isEqualTo(200);
  }

  private static Map<String, Object> rights(
      List<String> roles, List<String> regions, List<String> categories) {
    return Map.of(
        "displayName",
        "测试",
        "roles",
        roles,
        "regions",
        regions,
        "categories",
        categories,
        "disabled",
        false);
  }
}
