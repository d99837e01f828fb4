package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node supervises the node below: by command down and back, as records up. */
@ExtendWith(QingyangNetwork.class)
final class SupervisionTiersIT {

  private static final String DISTRICT = "621002";

  private final Desk province;
  private final Desk city;
  private final Desk district;

  SupervisionTiersIT(Network network) {
    this.province = Desk.at(network.node("620000"));
    this.city = Desk.at(network.node("621000"));
    this.district = Desk.at(network.node(DISTRICT));
  }

  @Test
  @Requirement({"SUP-13", "SUP-02"})
  void theCitySupervisesTheDistrictWhichExplainsAndTheProvinceSeesIt() throws Exception {
    String id =
        city.client()
            .post(
                "duban",
                "/api/supervisions",
                Map.of(
                    "target",
                    Map.of("kind", "NODE", "code", DISTRICT),
                    "tool",
                    "NOTICE",
                    "trigger",
                    "POOR_QUALITY",
                    "demand",
                    "近期答复质量差，请说明整改措施"))
            .path("id")
            .asText();
    awaitState(district, id, "ISSUED");

    act(district, "paidan", id, "explain", Map.of("text", "已逐件回访，下周报送整改情况"));
    awaitState(city, id, "EXPLAINED");
    act(city, "duban", id, "judge", Map.of("accept", true));
    act(city, "duban", id, "close", Map.of("text", "整改到位"));

    awaitState(district, id, "CLOSED");
    awaitState(province, id, "CLOSED");
    assertThat(read(province, id).path("owner").path("code").asText()).isEqualTo("621000");
    assertThat(read(district, id).path("explanations").get(0).path("text").asText())
        .contains("整改情况");
  }

  private static void awaitState(Desk desk, String id, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(read(desk, id).path("state").asText()).isEqualTo(state));
  }

  private static JsonNode read(Desk desk, String id) throws Exception {
    return desk.client().get("duban", path(id));
  }

  private static void act(Desk desk, String user, String id, String action, Map<String, ?> body)
      throws Exception {
    desk.client().post(user, path(id) + "/" + action, body);
  }

  private static String path(String id) {
    return "/api/supervisions/" + id.replace('/', '~');
  }
}
