package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

  /** Each level those right below it: the city its districts and units, the district its own. */
  @Test
  @Requirement("SUP-13")
  void eachLevelSupervisesItsOwnUnitsAndTheNodesRightBelow() throws Exception {
    assertThat(issue(district, "UNIT", "QZJJ", "NOTICE").path("state").asText())
        .isEqualTo("ISSUED");
    refused(() -> issue(district, "NODE", "621000", "NOTICE"));
    refused(() -> issue(district, "UNIT", "ZJJ", "NOTICE"));
    refused(() -> issue(city, "UNIT", "QZJJ", "NOTICE"));
    refused(() -> issue(province, "NODE", DISTRICT, "NOTICE"));
    assertThat(issue(province, "NODE", "621000", "NOTICE").path("state").asText())
        .isEqualTo("ISSUED");
  }

  /** The city tells its districts and units how they stand, from what was counted. */
  @Test
  @Requirement({"SUP-13", "SUP-02"})
  void theCityCirculatesHowTheDistrictsAndUnitsStand() throws Exception {
    Appeals appeals = new Appeals();
    city.toNode(city.accept(appeals.about(DISTRICT)), DISTRICT);
    city.toUnit(city.accept(appeals.about(DISTRICT)), "CGJ");

    String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
    JsonNode figures = city.client().get("duban", "/api/assessment?month=" + month);
    assertThat(figures)
        .filteredOn(one -> one.path("numbers").path("volume").asInt() > 0)
        .extracting(one -> one.path("kind").asText() + " " + one.path("code").asText())
        .contains("NODE " + DISTRICT, "UNIT CGJ");

    String circular = issue(city, "NODE", DISTRICT, "CIRCULAR").path("id").asText();
    awaitState(district, circular, "ISSUED");
    assertThat(read(district, circular).path("demand").asText()).contains("通报");
  }

  /** A reminder is a record of its own and goes up with the work that it is about. */
  @Test
  @Requirement({"SUP-10", "SUP-13"})
  void aReminderOfTheDistrictToItsUnitIsSeenByTheProvince() throws Exception {
    String ticket = city.accept(new Appeals().about(DISTRICT));
    String received = city.toNode(ticket, DISTRICT);
    district.awaitAssignment(received, "AWAITING_SIGN_FOR");
    district.signFor(received);
    String work = district.onToUnit(received, "QZJJ");
    district
        .client()
        .onAssignment("duban", received, "remind", Map.of("assignmentId", work, "text", "请加快办理"));

    JsonNode seen = province.awaitAssignment(work, one -> one.path("urges").size() == 1);
    assertThat(seen.path("urges").get(0).path("kind").asText()).isEqualTo("REMINDER");
    assertThat(seen.path("urges").get(0).path("text").asText()).isEqualTo("请加快办理");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(city.timeline(ticket))
                    .extracting(entry -> entry.path("title").asText())
                    .contains("催办"));
  }

  private static JsonNode issue(Desk desk, String kind, String code, String tool) throws Exception {
    return desk.client()
        .post(
            "duban",
            "/api/supervisions",
            Map.of(
                "target",
                Map.of("kind", kind, "code", code),
                "tool",
                tool,
                "trigger",
                "POOR_QUALITY",
                "demand",
                "受理办理情况通报"));
  }

  private static void refused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            ApiRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo("UNKNOWN_ASSIGNEE"));
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
