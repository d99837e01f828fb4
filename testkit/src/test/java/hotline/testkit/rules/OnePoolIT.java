package hotline.testkit.rules;

import static hotline.testkit.rules.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.requirements.Requirement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in by whatever way becomes a ticket of the same pool, or is refused in words. */
@ExtendWith(ManyRules.class)
final class OnePoolIT {
  private final City qingyang;

  OnePoolIT(World world) {
    this.qingyang = world.city(World.QINGYANG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PHONE",
        "WEB",
        "APP",
        "WECHAT",
        "WEIBO",
        "SMS",
        "FAX",
        "EMAIL",
        "NATIONAL_PLATFORM",
        "STATE_COUNCIL_MESSAGES",
        "PEOPLE_MESSAGE_BOARD",
        "SERVICE_REVIEW"
      })
  @Requirement({"INT-02", "INT-03", "INT-04", "INT-05", "INT-18"})
  void everyChannelLeadsIntoTheSamePool(String channel) throws Exception {
    Map<String, Object> appeal = qingyang.appeal("HELP", "GENERAL");
    appeal.put("channel", channel);

    String ticket = qingyang.desk().accept(appeal);

    JsonNode found =
        qingyang.desk().client().get("paidan", "/api/tickets?q=" + ticket).path("items").path(0);
    assertThat(found.path("id").asText()).isEqualTo(ticket);
    assertThat(found.path("channel").asText()).isEqualTo(channel);
    assertThat(found.path("due").path("rule").asText()).isEqualTo("SLA-04");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CONSULTATION", "HELP", "COMPLAINT", "REPORT", "SUGGESTION", "PRAISE", "OTHER"})
  @Requirement("CLS-01")
  void thereAreSevenCategories(String category) throws Exception {
    Filed ticket = qingyang.accepts(category);
    assertThat(ticket.seen().path("category").asText()).isEqualTo(category);
  }

  @Test
  @Requirement("CLS-01")
  void anEighthCategoryIsRefused() {
    refused("INVALID_INPUT", "", () -> qingyang.accepts("WISH"));
  }

  @ParameterizedTest
  @CsvSource({
    "OUT_OF_TERRITORY, 请拨打当地12345热线反映。",
    "LEGAL_PROCEDURE, 请按诉讼程序向人民法院提出。",
    "SECRET_OR_PRIVACY, 涉密事项请通过保密渠道反映。",
    "VAGUE, 请补充时间、地点和具体情况后再反映。",
    "ABUSIVE, 请文明表达合理诉求。",
    "OTHER_STATUTORY, 请依法向有权机关提出。"
  })
  @Requirement({"ACC-01", "ACC-02", "ACC-04", "ACC-07", "ACC-09", "ACC-12", "INT-19"})
  void whoIsRefusedIsToldWhyAndWhereToTurn(String ground, String guidance) throws Exception {
    Map<String, Object> appeal = qingyang.appeal("HELP", "GENERAL");
    appeal.put("decision", Map.of("kind", "REFUSE", "ground", ground, "guidance", guidance));

    JsonNode ticket = qingyang.desk().register(appeal);

    assertThat(ticket.path("state").asText()).isEqualTo("REFUSED");
    assertThat(ticket.path("refusal").path("ground").asText()).isEqualTo(ground);
    assertThat(progress(ticket, phoneOf(appeal)).path("guidance").asText()).isEqualTo(guidance);
  }

  @Test
  @Requirement("INT-19")
  void aCitizenSeesHisOwnAppealAndNobodyElseDoes() throws Exception {
    Map<String, Object> appeal = new HashMap<>(qingyang.appeal("HELP", "GENERAL"));
    appeal.put("decision", Map.of("kind", "ACCEPT"));
    JsonNode ticket = qingyang.desk().register(appeal);

    assertThat(progress(ticket, phoneOf(appeal)).path("state").asText()).isEqualTo("ACCEPTED");
    refused("NOT_FOUND", "核对查询码", () -> progress(ticket, "0900-1"));
  }

  private JsonNode progress(JsonNode ticket, String phone) throws Exception {
    return qingyang
        .desk()
        .client()
        .get(
            "huawu",
            "/api/public/appeals/" + ticket.path("queryCode").asText() + "?phone=" + phone);
  }

  private static String phoneOf(Map<String, Object> appeal) {
    return appeal.get("requester") instanceof Map<?, ?> requester
        ? String.valueOf(requester.get("phone"))
        : "";
  }
}
