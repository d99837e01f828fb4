package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import hotline.requirements.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nodes know of each other, and how one is let in and out. */
@ExtendWith(QingyangNetwork.class)
final class NetworkTreeIT {

  private static final String PROVINCE = "620000";
  private static final String CITY = "621000";
  private static final String DISTRICT = "621002";
  private static final String SUB_CENTER = "621000F01";
  private static final Duration SOON = Duration.ofSeconds(90);

  private final Network network;

  NetworkTreeIT(Network network) {
    this.network = network;
  }

  @AfterEach
  void mendAllLinks() {
    network.nodes().forEach(node -> node.link().mend());
  }

  @Test
  @Requirement("TOP-15")
  void theProvinceSeesTheDistrictsBelowItsCitiesAndWhatEachNodeRuns() throws Exception {
    JsonNode district =
        awaitNode(
            PROVINCE,
            DISTRICT,
            node -> node.path("link").asText().equals("CONNECTED") && node.has("version"));

    assertThat(district.path("parent").asText()).isEqualTo(CITY);
    assertThat(district.path("name").asText()).contains("西峰区");
    assertThat(district.path("version")).isEqualTo(view(PROVINCE).path("version"));
    assertThat(district.path("version").path("schema").asInt()).isPositive();
    assertThat(district.path("version").path("software").asText()).isNotEmpty();
    await("the district knows what its parent runs")
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> view(DISTRICT).path("parent").path("version").has("schema"));

    network.node(DISTRICT).link().cut();
    awaitNode(PROVINCE, DISTRICT, node -> node.path("link").asText().equals("DISCONNECTED"));

    network.node(DISTRICT).link().mend();
    awaitNode(PROVINCE, DISTRICT, node -> node.path("link").asText().equals("CONNECTED"));
  }

  @Test
  @Requirement("TOP-13")
  void aRevokedNodeIsRefusedAndToldSoAndComesBackWithANewEnrolment() throws Exception {
    NodeClient city = network.node(CITY).client();
    TestNode subCenter = network.node(SUB_CENTER);
    String revocation = "/api/enrolments/" + SUB_CENTER + "/revoke";
    assertThatExceptionOfType(ApiRefusal.class)
        .as("only administrators")
        .isThrownBy(() -> city.post("duban", revocation, Map.of("reason", "停用")))
        .matches(refusal -> refusal.status() == 403);
    assertThatExceptionOfType(ApiRefusal.class)
        .as("with a reason")
        .isThrownBy(() -> city.post("admin", revocation, Map.of("reason", " ")));

    JsonNode after = city.post("admin", revocation, Map.of("reason", "测试撤销"));
    try {
      assertThat(after)
          .anyMatch(
              node ->
                  node.path("code").asText().equals(SUB_CENTER)
                      && node.path("revoked").asBoolean());
      assertThatExceptionOfType(ApiRefusal.class)
          .isThrownBy(() -> city.post("admin", revocation, Map.of("reason", "再来一次")))
          .withMessageContaining("已经撤销");
      await("its own page says that it was revoked")
          .atMost(SOON)
          .ignoreExceptions()
          .until(() -> view(SUB_CENTER).path("parent").path("revoked").asBoolean());
      assertThat(view(SUB_CENTER).path("parent").path("connected").asBoolean()).isFalse();
      assertThat(codes(CITY)).doesNotContain(SUB_CENTER).contains(DISTRICT);
      assertThat(city.get("shenji", "/api/audit?subject=" + SUB_CENTER).toString())
          .contains("REVOKE_NODE", "测试撤销");
    } finally {
      subCenter.stop();
      deleteTree(subCenter.config().folder().resolve("identity"));
      subCenter.launch(network.newToken(SUB_CENTER));
      subCenter.awaitUp();
    }

    awaitNode(CITY, SUB_CENTER, node -> node.path("link").asText().equals("CONNECTED"));
    assertThat(view(SUB_CENTER).path("parent").path("revoked").asBoolean()).isFalse();
    Desk.at(subCenter).accept(new Appeals().about(CITY));
    network.awaitComplete();
  }

  private JsonNode view(String at) throws Exception {
    return network.node(at).client().get("duban", "/api/network");
  }

  private List<String> codes(String at) throws Exception {
    return view(at).path("tree").findValuesAsText("code");
  }

  private JsonNode awaitNode(String at, String code, Predicate<JsonNode> how) {
    return await("how " + code + " is seen at " + at)
        .atMost(SOON)
        .ignoreExceptions()
        .until(
            () -> {
              for (JsonNode node : view(at).path("tree")) {
                if (node.path("code").asText().equals(code)) {
                  return node;
                }
              }
              throw new IllegalStateException("not there");
            },
            how);
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
