package hotline.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator's changes to the handling units, over HTTP and in two processes of a node. */
class UnitsIT {

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
  void aUnitThatIsAddedCanBeDispatchedToInEveryProcessOfTheNode() {
    try (EmbeddedNode other = node.another()) {
      NodeHttp there = other.http();
      Answer added = add("SJJ", "市数据局", List.of("data"));
      assertThat(added.status()).as(added.toString()).isEqualTo(201);
      assertThat(added.body()).containsEntry("inList", false).containsEntry("version", 1);

      assertThat(unitCodes(http)).contains("SJJ", "CGJ");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(unitCodes(there)).contains("SJJ"));
      assertThat(
              there
                  .post(
                      "admin",
                      "/api/users",
                      Map.of(
                          "username",
                          "shuju",
                          "password",
                          "Rainy-day-24",
                          "rights",
                          Map.of(
                              "displayName",
                              "数据局经办人",
                              "roles",
                              List.of("UNIT_HANDLER"),
                              "unit",
                              "SJJ",
                              "disabled",
                              false)))
                  .status())
          .isEqualTo(201);
    }
    assertThat(audited("SJJ")).contains("CREATE_UNIT");
  }

  @Test
  void aUnitThatIsClosedFinishesWhatItHasAndIsGivenNothingMoreUntilItIsReopened() {
    String ticket = Samples.dispatched(node).ticket().toString();
    String unit = "CGJ";
    assertThat(Long.parseLong(String.valueOf(unit(unit).get("inHand")))).isPositive();
    assertThat(step(unit, "close").text("detail"))
        .as("others are reached through it")
        .contains("二级");
    List<String> below =
        http.get("admin", "/api/units").list("list").stream()
            .filter(other -> unit.equals(other.get("parent")))
            .map(other -> String.valueOf(other.get("code")))
            .toList();
    below.forEach(code -> assertThat(step(code, "close").status()).isEqualTo(200));

    Answer closed = step(unit, "close");

    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    assertThat(closed.body()).containsEntry("closed", true);
    assertThat(unitCodes(http)).doesNotContain(unit);
    Answer signed =
        http.post("unit-" + unit, "/api/assignments/" + ticket + "~1/sign-for", Map.of());
    assertThat(signed.status()).as("what it has in hand stays its: " + signed).isEqualTo(200);
    Answer dispatched =
        http.post(
            "paidan",
            "/api/tickets/" + ticket + "/dispatch",
            Map.of(
                "orders",
                List.of(Map.of("assignee", Map.of("kind", "UNIT", "code", unit), "role", "LEAD"))));
    assertThat(dispatched.text("code")).as("given nothing more").isEqualTo("UNKNOWN_ASSIGNEE");
    assertThat(step(unit, "close").text("code")).isEqualTo("STATE_FORBIDS");

    Answer reopened = step(unit, "reopen");

    assertThat(reopened.status()).as(reopened.toString()).isEqualTo(200);
    below.forEach(code -> assertThat(step(code, "reopen").status()).isEqualTo(200));
    assertThat(unitCodes(http)).contains(unit).containsAll(below);
    assertThat(audited(unit)).contains("CLOSE_UNIT", "REOPEN_UNIT");
  }

  @Test
  void anOrderKeepsTheNameThatItsUnitHadWhenItWasPlaced() {
    String ticket = Samples.dispatched(node).ticket().toString();
    Map<String, Object> before = unit("CGJ");

    Answer renamed = rename(before, "市城市管理执法局");

    assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
    assertThat(unit("CGJ")).containsEntry("name", "市城市管理执法局");
    assertThat(http.get("paidan", "/api/tickets/" + ticket).list("orders").toString())
        .contains("市城管局")
        .doesNotContain("市城市管理执法局");
    assertThat(rename(before, "市城市综合管理局").text("code"))
        .as("somebody who saw what was there before")
        .isEqualTo("STALE_VERSION");
    assertThat(rename(unit("CGJ"), "市城管局").status()).isEqualTo(200);
    assertThat(http.get("admin", "/api/units/CGJ/history").list("list"))
        .extracting(change -> change.get("name"))
        .startsWith("市城管局", "市城市管理执法局");
  }

  @Test
  void whatCannotBeIsRefusedWithWhatWasGivenAndExpected() {
    assertThat(add("CGJ", "另一个", List.of()).status()).isEqualTo(409);
    assertThat(add("XX1", "市城管局", List.of()).text("detail")).contains("市城管局", "CGJ");
    assertThat(
            http.post(
                    "admin",
                    "/api/units",
                    Map.of(
                        "code",
                        "XX2",
                        "unit",
                        Map.of("name", "某所", "functions", List.of(), "parent", "NONE"),
                        "reason",
                        "试"))
                .text("detail"))
        .contains("NONE");
    assertThat(add("有", "某所", List.of()).status()).isEqualTo(400);
    assertThat(http.get("paidan", "/api/units").status()).isEqualTo(403);
  }

  private static Answer add(String code, String name, List<String> functions) {
    return http.post(
        "admin",
        "/api/units",
        Map.of(
            "code", code, "unit", Map.of("name", name, "functions", functions), "reason", "机构改革"));
  }

  private static Answer rename(Map<String, Object> unit, String name) {
    return http.put(
        "admin",
        "/api/units/" + unit.get("code"),
        Map.of(
            "unit",
            Map.of("name", name, "functions", unit.getOrDefault("functions", List.of())),
            "version",
            Integer.parseInt(String.valueOf(unit.get("version"))),
            "reason",
            "机构改革"));
  }

  private static Answer step(String unit, String step) {
    return http.post(
        "admin",
        "/api/units/" + unit + "/" + step,
        Map.of(
            "version",
            Integer.parseInt(String.valueOf(unit(unit).get("version"))),
            "reason",
            "机构改革，职能划出"));
  }

  private static Map<String, Object> unit(String code) {
    return http.get("admin", "/api/units").list("list").stream()
        .filter(unit -> code.equals(unit.get("code")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> unitCodes(NodeHttp at) {
    return at.get("admin", "/api/reference").list("units").stream()
        .map(unit -> String.valueOf(unit.get("code")))
        .toList();
  }

  private static List<String> audited(String subject) {
    return http.get("shenji", "/api/audit?subject=" + subject).list("items").stream()
        .map(entry -> String.valueOf(entry.get("action")))
        .toList();
  }
}
