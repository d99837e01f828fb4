package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.node.Tier;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A city that shows its province everything but persons. */
final class MaskedUplinkIT {

  private static final String PROVINCE = "620000";
  private static final String CITY = "621000";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String NUMBER = "19987654321";

  private static final Appeals APPEALS = new Appeals();

  @SuppressWarnings("NullAway.Init")
  private static Network network;

  @SuppressWarnings("NullAway.Init")
  private static Desk province;

  @SuppressWarnings("NullAway.Init")
  private static Desk city;

  @BeforeAll
  static void start() {
    network =
        Network.builder()
            .top(PROVINCE, "甘肃省12345政务服务便民热线", Tier.PROVINCE)
            .below(PROVINCE, CITY, "庆阳市12345政务服务便民热线", Tier.CITY)
            .masked()
            .start();
    province = Desk.at(network.node(PROVINCE));
    city = Desk.at(network.node(CITY));
  }

  @AfterAll
  static void stop() {
    network.close();
  }

  @Test
  @Requirement({"SEC-01", "XTR-03"})
  void theProvinceSeesTheTicketButNeitherItsRequesterNorItsFilesUntilItIsSentTheMatter()
      throws Exception {
    Map<String, Object> appeal = new HashMap<>(APPEALS.about("621002"));
    appeal.put("content", "路灯连续三晚不亮，机主 " + NUMBER + " 可以带路。");
    String ticket = city.accept(appeal);
    byte[] photo = Attached.photo(31);
    String file =
        Attached.json(
                new Attached(network.node(CITY))
                    .upload(
                        "huawu",
                        "/api/tickets/" + ticket + "/attachments?about=APPEAL",
                        "现场.png",
                        photo))
            .path("id")
            .asText();

    JsonNode replica = province.awaitTicket(ticket, seen -> true);
    Attached above = new Attached(network.node(PROVINCE));
    await("the province knows that there is a file")
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        province
                            .client()
                            .get("paidan", "/api/tickets/" + ticket + "/attachments")
                            .path("items")
                            .findValuesAsText("id"))
                    .contains(file));

    assertThat(replica.path("requester").path("phone").asText("")).isEmpty();
    assertThat(replica.toString()).doesNotContain(NUMBER);
    JsonNode revealed =
        province
            .client()
            .post("huawu", "/api/tickets/" + ticket + "/reveal", Map.of("reason", "核实"));
    assertThat(revealed.toString()).as("not even for a reason").doesNotContain(NUMBER);
    assertThat(above.read("paidan", file).statusCode()).isEqualTo(404);

    String received =
        city.client()
            .onTicket("paidan", ticket, "escalate", Map.of("reason", "涉及省级部门职责，请省热线统筹办理。"))
            .path("orders")
            .path(0)
            .path("assignmentId")
            .asText();
    province.awaitAssignment(received, "AWAITING_SIGN_FOR");
    assertThat(above.read("paidan", file).body()).isEqualTo(photo);
    network.awaitComplete();
  }
}
