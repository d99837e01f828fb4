package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose an appeal is, between province, city, district and sub-center, and who does what. */
@ExtendWith(QingyangNetwork.class)
final class DutiesIT {

  private static final String CITY = "621000";
  private static final String DISTRICT = "621002";
  private static final String SUB_CENTER = "621000F01";

  private final Appeals appeals = new Appeals();
  private final Desk province;
  private final Desk city;
  private final Desk district;
  private final Desk subCenter;

  DutiesIT(Network network) {
    this.province = Desk.at(network.node("620000"));
    this.city = Desk.at(network.node(CITY));
    this.district = Desk.at(network.node(DISTRICT));
    this.subCenter = Desk.at(network.node(SUB_CENTER));
  }

  /** QY 19条(一). */
  @Test
  @Requirement({"TOP-14", "TOP-31", "DSP-13"})
  void everyNodeTakesWhatIsItsOwnAndPassesTheRestToWhoseItIs() throws Exception {
    String own = district.accept(appeals.about(DISTRICT));
    String unit = unitOf(district);
    district.signFor(district.toUnit(own, unit));
    assertThat(district.ticket(own).path("state").asText())
        .as("the district handles what is of its own area")
        .isEqualTo("IN_HANDLING");
    String ofTrade = subCenter.accept(about("RS0101"));
    assertThat(subCenter.ticket(ofTrade).path("mine").asBoolean()).isTrue();

    JsonNode sent = dispatchedAtOnce(city, appeals.about(DISTRICT));
    String down = sent.path("orders").path(0).path("assignmentId").asText();
    assertThat(sent.path("orders").path(0).toString())
        .as("what is about the county goes down to it at once")
        .contains(DISTRICT);
    district.awaitAssignment(down, "AWAITING_SIGN_FOR");

    JsonNode kept = dispatchedAtOnce(city, about("CJ0301"));
    assertThat(kept.path("orders").path(0).toString())
        .as("what is a city unit's stays with the city")
        .contains("GRGS");

    JsonNode up =
        district
            .client()
            .onTicket(
                "paidan",
                district.accept(about("CJ0301")),
                "escalate",
                Map.of("reason", "集中供热由市供热公司负责"));
    String atCity = up.path("orders").path(0).path("assignmentId").asText();
    city.awaitAssignment(atCity, "AWAITING_SIGN_FOR");
    city.signFor(atCity);
    assertThat(city.onToUnit(atCity, "GRGS")).as("what is a city unit's goes up").isNotEmpty();

    String trade = city.toNode(city.accept(about("RS0101")), SUB_CENTER);
    subCenter.awaitAssignment(trade, "AWAITING_SIGN_FOR");
  }

  /** CZ 二(四): all that is government's, utilities, and what comes down from the province. */
  @Test
  @Requirement({"INT-11", "INT-10"})
  void allSortsOfAppealsAreTakenInAndWhatTheProvinceSendsIsTakenOn() throws Exception {
    for (String category :
        new String[] {"CONSULTATION", "SUGGESTION", "HELP", "COMPLAINT", "REPORT"}) {
      Map<String, Object> appeal = new HashMap<>(appeals.about(DISTRICT));
      appeal.put("category", category);
      assertThat(city.ticket(city.accept(appeal)).path("state").asText()).isEqualTo("ACCEPTED");
    }
    JsonNode utility = dispatchedAtOnce(city, about("CJ0302"));
    assertThat(utility.path("orders").path(0).toString()).contains("GPSGS");

    String down = province.toNode(province.accept(about("CJ0302")), CITY);
    city.awaitAssignment(down, "AWAITING_SIGN_FOR");
    city.signFor(down);
    String unit = city.onToUnit(down, "GPSGS");
    city.signFor(unit);
    city.reply(unit, "已抢修，恢复供水。");
    city.reviewBelow(down, unit, true);
    city.reply(down, "市供排水公司已抢修，恢复供水。");
    assertThat(city.client().assignment(down).path("state").asText()).isEqualTo("REPLIED");
  }

  /** QY 18条: 分级受理、分类处置、办理答复、督办回访; 谁主管、谁负责. */
  @Test
  @Requirement({"TOP-30", "TOP-31", "CLS-09"})
  void anAppealIsTakenInByLevelHandledByClassAnsweredSupervisedAndAskedAbout() throws Exception {
    Map<String, Object> urgent = new HashMap<>(appeals.about(DISTRICT));
    urgent.put("urgency", "URGENT");
    String plain = city.accept(appeals.about(DISTRICT));
    String ticket = city.accept(urgent);
    assertThat(city.ticket(ticket).path("due").path("rule").asText())
        .as("by its class")
        .isNotEqualTo(city.ticket(plain).path("due").path("rule").asText());

    String atDistrict = city.toNode(ticket, DISTRICT);
    district.awaitAssignment(atDistrict, "AWAITING_SIGN_FOR");
    district.signFor(atDistrict);
    String unit = district.onToUnit(atDistrict, unitOf(district));
    city.client()
        .post(
            "duban",
            "/api/supervisions",
            Map.of(
                "target",
                Map.of("kind", "NODE", "code", DISTRICT),
                "ticketId",
                ticket,
                "tool",
                "NOTICE",
                "trigger",
                "POOR_QUALITY",
                "demand",
                "请加快办理"));
    assertThatThrownBy(() -> district.client().onAssignment("paidan", unit, "reply", reply()))
        .as("who is responsible answers, nobody else")
        .isInstanceOf(ApiRefusal.class);
    district.signFor(unit);
    district.reply(unit, "已更换灯具。");
    district.reviewBelow(atDistrict, unit, true);
    district.reply(atDistrict, "区城管局已更换灯具。");
    city.awaitOrder(ticket, atDistrict, "ANSWERED");
    city.review(ticket, atDistrict, true);
    assertThat(city.followUp(ticket, "SATISFIED").path("state").asText()).isEqualTo("CLOSED");
  }

  /** CLS-07: whoever has no catalogue of its own goes by that of the node above. */
  @Test
  @Requirement({"CLS-07", "CLS-11"})
  void theCitysCatalogueIsHandedDownToThoseWithoutOneOfTheirOwn() throws Exception {
    String bundled = city.client().get("admin", "/api/catalogues/0").path("text").asText();
    int newest = city.client().get("admin", "/api/catalogues").path(0).path("number").asInt();
    city.client()
        .post(
            "admin",
            "/api/catalogues",
            Map.of(
                "text",
                bundled + "ZX9001,专项/清雪除冰,公共服务,city,CGJ,,清雪\n",
                "source",
                "庆政办发〔2026〕9号",
                "effectiveFrom",
                LocalDate.of(2026, 1, 1).toString(),
                "newest",
                newest,
                "reason",
                "入冬专项"));

    await("the district has the matter")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(district.client().get("paidan", "/api/reference").path("matters"))
                    .anyMatch(matter -> matter.path("code").asText().equals("ZX9001")));
    JsonNode there = district.client().get("admin", "/api/catalogues").path(0);
    assertThat(there.path("origin").asText()).isEqualTo(CITY);
    JsonNode sent = dispatchedAtOnce(district, about("ZX9001"));
    assertThat(sent.path("orders").path(0).toString())
        .as("by its function it is the district's own unit's")
        .contains("QCGJ");
  }

  private JsonNode dispatchedAtOnce(Desk at, Map<String, Object> appeal) throws Exception {
    Map<String, Object> body = new HashMap<>(appeal);
    body.put("decision", Map.of("kind", "DISPATCH"));
    JsonNode ticket = at.register(body);
    assertThat(ticket.path("state").asText()).isEqualTo("IN_HANDLING");
    return ticket;
  }

  /** About a matter of the city's, in no county of its own. */
  private Map<String, Object> about(String matter) {
    Map<String, Object> appeal = new HashMap<>(appeals.about(CITY));
    appeal.put("matter", matter);
    return appeal;
  }

  private static Map<String, Object> reply() {
    return Map.of("content", "已办", "resolved", true, "contactedRequester", true);
  }

  private static String unitOf(Desk at) throws Exception {
    return at.client().get("paidan", "/api/reference").path("units").path(0).path("code").asText();
  }
}
