package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same matter that comes in at several nodes: three rules, three outcomes. */
@ExtendWith(QingyangNetwork.class)
@Requirement("Q-06")
final class RepeatsIT {

  private static final String DISTRICT = "621002";
  private static final String UNIT = "CGJ";

  private final Network network;
  private final Appeals appeals = new Appeals();
  private final Desk city;
  private final Desk district;
  private final Desk subCenter;

  RepeatsIT(Network network) {
    this.network = network;
    this.city = Desk.at(network.node("621000"));
    this.district = Desk.at(network.node(DISTRICT));
    this.subCenter = Desk.at(network.node("621000F01"));
  }

  @Test
  @Requirement("ACC-10")
  void whatTheSamePersonHasInHandlingBelowIsNotAcceptedAboveAgain() throws Exception {
    Map<String, Object> appeal = appeals.about(DISTRICT);
    String first = district.accept(appeal);
    network.awaitComplete();

    assertThat(checked(city, appeal).path("inHandling").asText()).isEqualTo(first);
    JsonNode again = registered(city, appeal, Map.of("kind", "ACCEPT"));

    assertThat(again.path("state").asText()).isEqualTo("REFUSED");
    assertThat(again.path("refusal").path("ground").asText()).isEqualTo("DUPLICATE_IN_HANDLING");
    assertThat(again.path("refusal").path("earlier").asText()).isEqualTo(first);
    assertThat(checked(city, ofSomebodyElse(appeal)).path("inHandling").isMissingNode())
        .as("another person's is another's")
        .isTrue();
  }

  @Test
  @Requirement("ACC-07")
  void whatWasConcludedBelowIsAcceptedAboveOnlyWithSomethingNew() throws Exception {
    Map<String, Object> appeal = appeals.question(DISTRICT);
    String first =
        registered(district, appeal, Map.of("kind", "ANSWER", "answer", "可到就近窗口办理。"))
            .path("id")
            .asText();
    network.awaitComplete();

    JsonNode again = registered(city, appeal, Map.of("kind", "ACCEPT"));
    assertThat(again.path("refusal").path("ground").asText()).isEqualTo("ALREADY_CONCLUDED");
    assertThat(again.path("refusal").path("earlier").asText()).isEqualTo(first);

    JsonNode withNews =
        registered(city, appeal, Map.of("kind", "ACCEPT", "newFacts", "窗口要求补充另一份材料"));
    assertThat(withNews.path("state").asText()).isEqualTo("ACCEPTED");
  }

  @Test
  @Requirement("ACC-10")
  void twoNodesThatDoNotSeeEachOthersTicketsAreToldByTheOneAbove() throws Exception {
    Map<String, Object> appeal = appeals.about(DISTRICT);
    String first = district.accept(appeal);
    String second = subCenter.register(appeal).path("id").asText();

    JsonNode repeats =
        await("the sub-center is told")
            .atMost(Duration.ofSeconds(60))
            .until(() -> repeats(subCenter, "paidan", second), told -> told.size() == 1);
    assertThat(repeats.path(0).path("id").asText()).isEqualTo(first);
    assertThat(repeats.path(0).path("earlier").asBoolean()).isTrue();
    assertThat(repeats.path(0).path("concluded").asBoolean()).isFalse();
    assertThat(repeats.path(0).path("title").isMissingNode())
        .as("the sub-center has not got it")
        .isTrue();

    JsonNode refused = subCenter.client().onTicket("huawu", second, "accept", Map.of());
    assertThat(refused.path("refusal").path("ground").asText()).isEqualTo("DUPLICATE_IN_HANDLING");
    assertThat(refused.path("refusal").path("earlier").asText()).isEqualTo(first);
    assertThat(repeats(district, "paidan", first)).isEmpty();
    network.awaitComplete();
    JsonNode seen = repeats(city, "duban", first);
    assertThat(seen).hasSize(1);
    assertThat(seen.path(0).path("id").asText()).isEqualTo(second);
    assertThat(seen.path(0).path("earlier").asBoolean()).isFalse();
    assertThat(seen.path(0).path("state").asText()).isEqualTo("REFUSED");
  }

  @Test
  @Requirement("LIF-15")
  void whatOthersReportOfTheSameIsAcceptedAndAnsweredAsOneByTheUnit() throws Exception {
    Map<String, Object> appeal = new HashMap<>(appeals.about(DISTRICT));
    appeal.put("matter", "CJ0201");
    String one = city.accept(appeal);
    String other = city.accept(ofSomebodyElse(appeal));
    assertThat(city.client().get("paidan", "/api/intake/related/" + other))
        .extracting(row -> row.path("id").asText())
        .contains(one);

    String master = city.toUnit(one, UNIT);
    String merged = city.toUnit(other, UNIT);
    city.signFor(master);
    city.signFor(merged);
    city.client()
        .onAssignment(
            "unit-" + UNIT, master, "merge", Map.of("assignmentIds", new String[] {merged}));
    city.reply(master, "已修复，一并答复。");

    for (String ticket : new String[] {one, other}) {
      assertThat(city.ticket(ticket).path("state").asText()).isEqualTo("IN_REVIEW");
    }
  }

  private static JsonNode registered(Desk at, Map<String, Object> appeal, Map<String, ?> decision)
      throws Exception {
    Map<String, Object> body = new HashMap<>(appeal);
    body.put("decision", decision);
    return at.register(body);
  }

  private static JsonNode repeats(Desk at, String user, String ticket) throws Exception {
    return at.client().get(user, "/api/tickets/" + ticket + "/repeats");
  }

  private static JsonNode checked(Desk at, Map<String, Object> appeal) throws Exception {
    return at.client().post("huawu", "/api/intake/check", appeal);
  }

  private static Map<String, Object> ofSomebodyElse(Map<String, Object> appeal) {
    Map<String, Object> other = new HashMap<>(appeal);
    other.put("requester", Map.of("name", "另一人", "phone", "0934-7654321"));
    return other;
  }
}
