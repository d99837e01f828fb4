package hotline.node.access;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Clock;
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
