package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.requirements.Requirement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work that crosses nodes: down and back by command, everything up as records. */
@ExtendWith(QingyangNetwork.class)
final class TiersIT {

  private static final String PROVINCE = "620000";
  private static final String CITY = "621000";
  private static final String DISTRICT = "621002";
  private static final String UNIT = "CGJ";

  private final Network network;
  private final Appeals appeals = new Appeals();
  private final Desk province;
  private final Desk city;
  private final Desk district;

  TiersIT(Network network) {
    this.network = network;
    this.province = Desk.at(network.node(PROVINCE));
    this.city = Desk.at(network.node(CITY));
    this.district = Desk.at(network.node(DISTRICT));
  }

  @AfterEach
  void mendAllLinks() {
    network.nodes().forEach(node -> node.link().mend());
  }

  @Test
  @Requirement({"DSP-03", "XTR-02"})
  void theCityDispatchesToTheDistrictAndGetsTheAnswerBack() throws Exception {
    String ticket = city.accept(appeals.about(DISTRICT));
    String received = city.toNode(ticket, DISTRICT);
    district.awaitAssignment(received, "AWAITING_SIGN_FOR");
    district.signFor(received);
    city.awaitOrder(ticket, received, "SIGNED");
    handleByUnit(district, received, "已更换路灯三盏。");
    district.reply(received, "区城管局已更换路灯三盏。");
    city.awaitOrder(ticket, received, "ANSWERED");
    city.review(ticket, received, true);
    assertThat(city.followUp(ticket, "SATISFIED").path("state").asText()).isEqualTo("CLOSED");
    city.archive(ticket);
    network.awaitComplete();
  }

  /** The answer of two tiers down becomes the province's answer. */
  @Test
  @Requirement("XTR-01")
  void theProvinceDispatchesTwoTiersDownAndTheAnswersComeBack() throws Exception {
    String ticket = province.accept(appeals.about(DISTRICT));
    String atCity = province.toNode(ticket, CITY);
    city.awaitAssignment(atCity, "AWAITING_SIGN_FOR");
    city.signFor(atCity);
    String atDistrict = city.onToNode(atCity, DISTRICT);
    district.awaitAssignment(atDistrict, "AWAITING_SIGN_FOR");
    district.signFor(atDistrict);
    handleByUnit(district, atDistrict, "已修复。");
    district.reply(atDistrict, "区城管局已修复。");
    city.awaitAssignment(
        atCity, seen -> Desk.order(seen, atDistrict).path("state").asText().equals("ANSWERED"));
    city.reviewBelow(atCity, atDistrict, true);
    city.reply(atCity, "西峰区已修复，诉求人知悉。");
    province.awaitOrder(ticket, atCity, "ANSWERED");
    JsonNode reviewed = province.review(ticket, atCity, true);
    assertThat(reviewed.path("answer").path("content").asText()).isEqualTo("西峰区已修复，诉求人知悉。");
    province.followUp(ticket, "VERY_SATISFIED");
    province.archive(ticket);
    network.awaitComplete();
    assertThat(province.timeline(ticket))
        .as("the province sees what every tier did")
        .extracting(entry -> entry.path("node").path("code").asText())
        .contains(PROVINCE, CITY, DISTRICT);
  }

  @Test
  @Requirement("XTR-02")
  void theDistrictEscalatesToTheCity() throws Exception {
    String ticket = district.accept(appeals.about(DISTRICT));
    JsonNode escalated =
        district
            .client()
            .onTicket("paidan", ticket, "escalate", Map.of("reason", "涉及市级部门职责，请市热线统筹办理。"));
    String assignment = escalated.path("orders").path(0).path("assignmentId").asText();
    city.awaitAssignment(assignment, "AWAITING_SIGN_FOR");
    city.signFor(assignment);
    handleByUnit(city, assignment, "市城管局已办理。");
    city.reply(assignment, "市城管局已办理。");
    district.awaitOrder(ticket, assignment, "ANSWERED");
    district.review(ticket, assignment, true);
    district.followUp(ticket, "SATISFIED");
    assertThat(district.archive(ticket).path("state").asText()).isEqualTo("ARCHIVED");
  }

  @Test
  @Requirement("LIF-07")
  void theDistrictReturnsWhatIsNotItsDutyAndTheCityDispatchesAnew() throws Exception {
    String ticket = city.accept(appeals.about(DISTRICT));
    String received = city.toNode(ticket, DISTRICT);
    district.awaitAssignment(received, "AWAITING_SIGN_FOR");
    district
        .client()
        .onAssignment(
            "paidan",
            received,
            "request-return",
            Map.of("reason", "该道路由市级管护", "basis", "道路移交清单", "suggestion", "建议转市城管局"));
    city.awaitOrder(ticket, received, "RETURN_REQUESTED");
    city.client()
        .onTicket(
            "paidan",
            ticket,
            "decide-return",
            Map.of("assignmentId", received, "approve", true, "opinion", "情况属实"));
    district.awaitAssignment(received, "RETURNED");
    String unit = city.toUnit(ticket, UNIT);
    city.signFor(unit);
    city.reply(unit, "已修复。");
    assertThat(city.review(ticket, unit, true).path("state").asText())
        .isEqualTo("AWAITING_FOLLOW_UP");
  }

  @Test
  @Requirement({"LIF-19", "RVS-09"})
  void aRedoReachesTheDistrictAsItsSecondRound() throws Exception {
    String ticket = city.accept(appeals.about(DISTRICT));
    String received = city.toNode(ticket, DISTRICT);
    district.awaitAssignment(received, "AWAITING_SIGN_FOR");
    district.signFor(received);
    district.reply(received, "已办。");
    city.awaitOrder(ticket, received, "ANSWERED");
    city.review(ticket, received, true);
    city.followUp(ticket, "DISSATISFIED");
    city.client()
        .onTicket(
            "huifang",
            ticket,
            "redo",
            Map.of("assignmentId", received, "ground", "NOT_DILIGENT", "reason", "现场仍不亮"));
    district.awaitAssignment(received, seen -> seen.path("round").asInt() == 2);
    district.signFor(received);
    district.reply(received, "已更换灯具，现场亮灯正常。");
    city.awaitOrder(ticket, received, "ANSWERED");
    city.review(ticket, received, true);
    assertThat(city.followUp(ticket, "SATISFIED").path("state").asText()).isEqualTo("CLOSED");
  }

  @Test
  void aCommandThatCannotBeDeliveredIsSeenAndArrivesLater() throws Exception {
    network.node(DISTRICT).link().cut();
    String ticket = city.accept(appeals.about(DISTRICT));
    String order = city.toNode(ticket, DISTRICT);
    assertThat(Desk.order(city.ticket(ticket), order).path("delivery").asText())
        .isEqualTo("PENDING");
    assertThat(awaitStuck(ticket).path("target").toString()).contains(DISTRICT);
    network.node(DISTRICT).link().mend();
    district.awaitAssignment(order, "AWAITING_SIGN_FOR");
    city.awaitTicket(
        ticket, seen -> Desk.order(seen, order).path("delivery").asText().equals("DELIVERED"));
  }

  @Test
  void aStuckCommandCanBeCancelledAndTheTicketDispatchedElsewhere() throws Exception {
    network.node(DISTRICT).link().cut();
    String ticket = city.accept(appeals.about(DISTRICT));
    String order = city.toNode(ticket, DISTRICT);
    JsonNode stuck = awaitStuck(ticket);
    city.client()
        .send(
            "duban",
            "/api/commands/" + stuck.path("id").asText() + "/cancel",
            Map.of("reason", "区热线检修，改由市级办理"));
    city.awaitOrder(ticket, order, "FAILED");
    String unit = city.toUnit(ticket, UNIT);
    city.signFor(unit);
    city.reply(unit, "已修复。");
    assertThat(city.review(ticket, unit, true).path("state").asText())
        .isEqualTo("AWAITING_FOLLOW_UP");
    network.node(DISTRICT).link().mend();
  }

  /** The district has lost its mind about what it received, as after a wrong restore. */
  @Test
  void whatTheDistrictRefusesLandsAtTheOrderWithItsReasonAndGoesElsewhere() throws Exception {
    String earlier = city.toNode(city.accept(appeals.about(DISTRICT)), DISTRICT);
    district.awaitAssignment(earlier, "AWAITING_SIGN_FOR");
    network.node(DISTRICT).link().cut();
    String ticket = city.accept(appeals.about(DISTRICT));
    String order = city.toNode(ticket, DISTRICT);
    occupy(order, earlier);
    try {
      network.node(DISTRICT).link().mend();
      JsonNode refused = Desk.order(city.awaitOrder(ticket, order, "FAILED"), order);
      assertThat(refused.path("delivery").asText()).isEqualTo("REFUSED");
      assertThat(refused.path("problem").asText()).contains("已经收到过");
      assertThat(city.client().get("paidan", "/api/tickets?attention=UNDELIVERED&size=200"))
          .as("the dispatcher finds it without looking for it")
          .anyMatch(page -> page.toString().contains(ticket));
    } finally {
      vacate(order);
    }
    String unit = city.toUnit(ticket, UNIT);
    city.signFor(unit);
    city.reply(unit, "已修复。");
    assertThat(city.review(ticket, unit, true).path("state").asText())
        .isEqualTo("AWAITING_FOLLOW_UP");
  }

  /** Section 3 of the design: a node cut off from its parent goes on working. */
  @Test
  void aDistrictThatCannotReachItsParentGoesOnWorking() throws Exception {
    network.node(CITY).link().cut();
    String ticket = district.accept(appeals.about(DISTRICT));
    String unit = district.toUnit(ticket, unitOf(district));
    district.signFor(unit);
    district.reply(unit, "已修复。");
    district.review(ticket, unit, true);
    district.followUp(ticket, "SATISFIED");
    district.archive(ticket);
    network.node(CITY).link().mend();
    network.awaitComplete();
  }

  private void handleByUnit(Desk at, String received, String content) throws Exception {
    String unit = at.onToUnit(received, unitOf(at));
    at.signFor(unit);
    at.reply(unit, content);
    at.reviewBelow(received, unit, true);
  }

  /** Puts a copy of one assignment in another's place, past the node. */
  private void occupy(String assignment, String copied) throws SQLException {
    try (Connection database = network.node(DISTRICT).database();
        Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE copied AS SELECT * FROM assignment WHERE assignment_id = '"
              + copied
              + "'");
      statement.execute(
          "UPDATE copied SET assignment_id = '"
              + assignment
              + "', id = (SELECT MAX(id) + 1 FROM assignment)");
      statement.execute("INSERT INTO assignment SELECT * FROM copied");
    }
  }

  private void vacate(String assignment) throws SQLException {
    try (Connection database = network.node(DISTRICT).database();
        Statement statement = database.createStatement()) {
      statement.execute("DELETE FROM assignment WHERE assignment_id = '" + assignment + "'");
    }
  }

  private static String unitOf(Desk at) throws Exception {
    return at.client().get("paidan", "/api/reference").path("units").path(0).path("code").asText();
  }

  private JsonNode awaitStuck(String ticket) {
    return await("the command of " + ticket + " is shown as stuck")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> stuckOf(ticket), found -> !found.isMissingNode());
  }

  private JsonNode stuckOf(String ticket) throws Exception {
    for (JsonNode command : city.client().get("duban", "/api/commands?state=STUCK")) {
      if (command.path("ticketId").asText().equals(ticket)) {
        return command;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }
}
