package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A city with its sub-center and district: one standard, three kinds of link, watched by level. */
@ExtendWith(QingyangNetwork.class)
final class BranchesIT {

  private static final String CITY = "621000";
  private static final String SUB_CENTER = "621000F01";
  private static final String DISTRICT = "621002";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Network network;
  private final Desk province;
  private final Desk city;
  private final Desk district;
  private final Desk branch;
  private final Appeals appeals = new Appeals();

  BranchesIT(Network network) {
    this.network = network;
    this.province = Desk.at(network.node("620000"));
    this.city = Desk.at(network.node(CITY));
    this.district = Desk.at(network.node(DISTRICT));
    this.branch = Desk.at(network.node(SUB_CENTER));
  }

  @Test
  @Requirement({"TOP-08", "XTR-03"})
  void aSubCenterKeepsItsNumberAndLineAndIsPartOfTheHotlineInAllElse() throws Exception {
    city.client()
        .post(
            "admin",
            "/api/lines",
            Map.of(
                "number", "12333",
                "name", "人社热线",
                "purpose", "社保咨询",
                "establishedOn", "2008-01-01",
                "department", "RSJ"));
    Map<String, Object> merge = new HashMap<>();
    merge.put("mode", "SUB_CENTER");
    merge.put("name", "庆阳市12345热线人社分中心");
    merge.put("node", SUB_CENTER);
    merge.put("basis", "市政府批复");
    merge.put("roundTheClock", false);
    assertThatThrownBy(() -> city.client().post("admin", "/api/lines/12333/merge", merge))
        .hasMessageContaining("7×24");
    merge.put("roundTheClock", true);
    JsonNode line = city.client().post("admin", "/api/lines/12333/merge", merge);
    assertThat(line.path("node").path("code").asText()).isEqualTo(SUB_CENTER);
    assertThat(
            OtherSystem.letIn(city, "TELEPHONY", List.of())
                .post("/api/telephony/route", Map.of("line", "12333"))
                .path("action")
                .asText())
        .as("its number goes on ringing at its own desk")
        .isEqualTo("ANSWER");

    String call = callAt(branch, "12333");
    String ticket = acceptedIn(branch, call);
    String unit = branch.toUnit(ticket, "SBJ");
    branch.signFor(unit);
    branch.reply(unit, "已补缴到位。");
    branch.review(ticket, unit, true);
    branch.followUp(ticket, "SATISFIED");
    for (Desk above : List.of(city, province)) {
      above.awaitTicket(ticket, seen -> seen.path("state").asText().equals("CLOSED"));
      awaitCall(above, call, ticket);
      assertThat(above.ticket(ticket).path("followUps").get(0).path("satisfaction").asText())
          .isEqualTo("SATISFIED");
    }

    String lead = withTheHealthInsurance();
    assertThat(figures(city, SUB_CENTER).path("numbers").path("repliedInTime").asLong())
        .as("what the city dispatches to it is assessed")
        .isPositive();
    String supervision =
        city.client()
            .post(
                "duban",
                "/api/supervisions",
                Map.of(
                    "target",
                    Map.of("kind", "NODE", "code", SUB_CENTER),
                    "tool",
                    "NOTICE",
                    "trigger",
                    "POOR_QUALITY",
                    "demand",
                    "请说明 " + lead + " 的答复质量"))
            .path("id")
            .asText();
    String path = "/api/supervisions/" + supervision.replace('/', '~');
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(branch.client().get("duban", path).path("state").asText())
                    .isEqualTo("ISSUED"));
  }

  /** Cross-department: the sub-center leads, a department of the city gives its opinion. */
  private String withTheHealthInsurance() throws Exception {
    String ticket = city.accept(appeals.about(CITY));
    JsonNode placed =
        city.client()
            .onTicket(
                "paidan",
                ticket,
                "dispatch",
                Map.of(
                    "orders",
                    List.of(
                        Desk.order("NODE", SUB_CENTER, "LEAD"), Desk.order("UNIT", "YBJ", "CO"))));
    String lead = placed.path("orders").get(0).path("assignmentId").asText();
    String co = placed.path("orders").get(1).path("assignmentId").asText();
    city.signFor(co);
    city.reply(co, "医保关系已转入。");
    branch.awaitAssignment(lead, "AWAITING_SIGN_FOR");
    branch.signFor(lead);
    branch.reply(lead, "社保、医保均已办结。");
    city.awaitOrder(ticket, lead, "ANSWERED");
    city.review(ticket, lead, true);
    return lead;
  }

  @Test
  @Requirement("TOP-15")
  void callsTicketsAndDataGoBetweenNodesByOneStandard() throws Exception {
    JsonNode standard = city.client().get("paidan", "/api/reference").path("enums");
    for (Desk other : List.of(province, district, branch)) {
      assertThat(other.client().get("paidan", "/api/reference").path("enums"))
          .as("one code list for all")
          .isEqualTo(standard);
    }
    for (String to : List.of(DISTRICT, SUB_CENTER)) {
      Desk below = to.equals(DISTRICT) ? district : branch;
      String call = callAt(city, "12345");
      String ticket = acceptedIn(city, call);
      city.client()
          .post(
              "huawu",
              "/api/calls/" + call + "/transfer",
              Map.of("kind", "NODE", "code", to, "ticketId", ticket, "note", "属你处职责"));
      report(city, call, "TRANSFERRED", "12345", Map.of("targetKind", "NODE", "targetCode", to));
      String received = city.ticket(ticket).path("orders").get(0).path("assignmentId").asText();

      below.awaitAssignment(received, "AWAITING_SIGN_FOR");
      String theirs = callAt(below, "12345");
      below.signFor(received);
      below.reply(received, "已现场答复。");
      city.awaitOrder(ticket, received, "ANSWERED");
      JsonNode closed = city.review(ticket, received, true);
      assertThat(closed.path("state").asText()).isEqualTo("AWAITING_FOLLOW_UP");

      for (String one : List.of(call, theirs)) {
        awaitCall(province, one, null);
      }
      assertThat(province.client().get("huawu", "/api/calls/" + call).path("handling").asText())
          .isEqualTo("TRANSFERRED");
      assertThat(province.timeline(ticket))
          .as("the same steps, whichever node took them")
          .extracting(entry -> entry.path("type").asText())
          .contains("TICKET_REGISTERED", "TICKET_ACCEPTED");
    }
    network.awaitComplete();
  }

  @Test
  @Requirement({"XTR-13", "SUP-13"})
  void eachLevelWatchesThePlatformsRightBelowAndItsOwnUnitsInStepWithTheWork() throws Exception {
    String mine = district.accept(appeals.about(DISTRICT));
    String theirUnit =
        district
            .client()
            .get("paidan", "/api/reference")
            .path("units")
            .get(0)
            .path("code")
            .asText();
    String order = district.toUnit(mine, theirUnit);
    district.signFor(order);
    String here = city.accept(appeals.about(DISTRICT));
    city.signFor(city.toUnit(here, "CGJ"));
    callAt(district, "12345");
    long before = platform(city, DISTRICT).path("registered").asLong();
    long calls = platform(city, DISTRICT).path("calls").asLong();

    district.accept(appeals.about(DISTRICT));
    callAt(district, "12345");

    await("what the district does is seen at once")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode seen = platform(city, DISTRICT);
              assertThat(seen.path("registered").asLong()).isGreaterThan(before);
              assertThat(seen.path("calls").asLong()).isGreaterThan(calls);
              assertThat(seen.path("applied").asLong()).isEqualTo(seen.path("produced").asLong());
            });
    JsonNode atCity = city.client().get("duban", "/api/monitoring");
    assertThat(atCity.path("platforms"))
        .extracting(platform -> platform.path("node").path("code").asText())
        .containsExactlyInAnyOrder(DISTRICT, SUB_CENTER);
    assertThat(atCity.path("units"))
        .extracting(unit -> unit.path("name").asText())
        .contains("市城管局")
        .allSatisfy(name -> assertThat(name).doesNotStartWith("区"));
    JsonNode atDistrict = district.client().get("duban", "/api/monitoring");
    assertThat(atDistrict.path("platforms")).isEmpty();
    assertThat(atDistrict.path("units"))
        .extracting(unit -> unit.path("code").asText())
        .contains(theirUnit);
    assertThat(province.client().get("duban", "/api/monitoring").path("platforms"))
        .extracting(platform -> platform.path("node").path("code").asText())
        .containsExactly(CITY);
    assertThatThrownBy(() -> city.client().get("paidan", "/api/monitoring"))
        .hasMessageContaining("督办");
  }

  private static JsonNode platform(Desk at, String code) throws Exception {
    for (JsonNode one : at.client().get("duban", "/api/monitoring").path("platforms")) {
      if (one.path("node").path("code").asText().equals(code)) {
        return one;
      }
    }
    throw new AssertionError(code + " is not watched");
  }

  private static JsonNode figures(Desk at, String assignee) throws Exception {
    String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
    for (JsonNode one : at.client().get("duban", "/api/assessment?month=" + month)) {
      if (one.path("code").asText().equals(assignee)) {
        return one;
      }
    }
    throw new AssertionError("no figures of " + assignee);
  }

  private String acceptedIn(Desk desk, String call) throws Exception {
    Map<String, Object> appeal = new HashMap<>(appeals.about(CITY));
    appeal.put("callId", call);
    return desk.accept(appeal);
  }

  /** A call that was answered; its id as every node knows it. */
  private static String callAt(Desk desk, String line) throws Exception {
    String call = desk.client().http().code() + ":" + UUID.randomUUID();
    report(desk, call, "ANSWERED", line, Map.of("agent", "huawu"));
    return call;
  }

  private static void report(Desk desk, String call, String type, String line, Map<String, ?> more)
      throws Exception {
    Map<String, Object> event = new HashMap<>(more);
    event.put("eventId", UUID.randomUUID().toString());
    event.put("callId", call.substring(call.indexOf(':') + 1));
    event.put("type", type);
    event.put("at", OffsetDateTime.now(ZoneOffset.UTC).toString());
    event.put("line", line);
    event.put("caller", "13800001111");
    OtherSystem.letIn(desk, "TELEPHONY", List.of()).post("/api/telephony/events", event);
  }

  private static void awaitCall(Desk above, String call, @Nullable String ticket) {
    await(call + " is seen above")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              JsonNode seen = above.client().get("huawu", "/api/calls/" + call);
              assertThat(seen.path("id").asText()).isEqualTo(call);
              if (ticket != null) {
                assertThat(seen.path("ticketId").asText()).isEqualTo(ticket);
              }
            });
  }
}
