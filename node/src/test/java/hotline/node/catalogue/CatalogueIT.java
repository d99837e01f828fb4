package hotline.node.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.view.Times;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue of matters and whose they are, through the HTTP interface of a city's node. */
class CatalogueIT {

  private static final String HEADER = "事项代码,事项目录,领域,归口职能,承办单位,协办职能,关键词\n";

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  private static int number;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"CLS-07", "CLS-11"})
  void aTicketIsAttributedByTheCatalogueThatItWasRegisteredUnder() {
    String old = registered("CJ0201");
    Answer before = http.get("paidan", "/api/tickets/" + old);
    String unitBefore = suggested(old);
    assertThat(http.get("admin", "/api/catalogues/0").text("text")).contains("CJ0201");

    String text =
        HEADER + "CJ0201,城乡建设/道路与路灯,社会管理,city,JTJ,,路灯\n" + "ZX0001,专项/除雪,公共服务,city,,,除雪\n";
    Answer preview = http.post("admin", "/api/catalogues/preview", Map.of("text", text));
    assertThat(preview.list("problems")).isEmpty();
    assertThat(preview.body()).containsEntry("inForceNow", true);
    assertThat(preview.list("changes"))
        .filteredOn(change -> "CJ0201".equals(change.get("code")))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(String.valueOf(change.get("before"))).contains("市城管局");
              assertThat(String.valueOf(change.get("after"))).contains("市交通运输局");
              assertThat(intOf(change, "openTickets")).isPositive();
            });
    int made = activated(text, today());

    assertThat(suggested(old)).isEqualTo(unitBefore).isEqualTo("CGJ");
    String fresh = registered("CJ0201");
    assertThat(suggested(fresh)).isEqualTo("JTJ");
    assertThat(before.text("catalogue")).isNotEqualTo(String.valueOf(made));
    assertThat(http.get("paidan", "/api/tickets/" + fresh).text("catalogue"))
        .isEqualTo(String.valueOf(made));
    assertThat(register("CJ0302", Map.of()).status())
        .as("a matter that the catalogue no longer has")
        .isEqualTo(400);
    assertThat(http.get("shenji", "/api/audit?action=ACTIVATE_CATALOGUE").list("items"))
        .extracting(entry -> entry.get("subject"))
        .contains("catalogue-" + made);
    try (EmbeddedNode other = node.another()) {
      NodeHttp there = other.http();
      assertThat(intOf(there.get("paidan", "/api/catalogues").list("list").get(0), "number"))
          .as("another process knows it")
          .isEqualTo(made);
    }
    activated(bundled(), today());
  }

  @Test
  @Requirement({"CLS-07", "CLS-11"})
  void aCatalogueWithMistakesIsRefusedNamingEach() {
    String text =
        HEADER + "CJ0201,城乡建设/道路与路灯,社会管理,city,NOBODY,,\n" + "CJ0202,城乡建设/环境卫生,市政,city,,flying,\n";

    Answer preview = http.post("admin", "/api/catalogues/preview", Map.of("text", text));
    assertThat(preview.list("problems"))
        .extracting(problem -> String.valueOf(problem.get("message")))
        .anyMatch(message -> message.contains("市政"))
        .anyMatch(message -> message.contains("NOBODY"));
    Answer refused = http.post("admin", "/api/catalogues", activation(text, today(), newest()));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(String.valueOf(refused.body())).contains("第2行").contains("NOBODY");
    assertThat(
            http.post("paidan", "/api/catalogues", activation(bundled(), today(), newest()))
                .status())
        .isEqualTo(403);
    assertThat(
            http.post("admin", "/api/catalogues", activation(bundled(), today(), newest() + 7))
                .status())
        .as("somebody else was faster")
        .isEqualTo(409);
  }

  @Test
  @Requirement("CLS-07")
  void aCatalogueHoldsFromItsDayOn() {
    int made = activated(HEADER + "CJ0201,城乡建设/路灯,社会管理,city,,,\n", today().plusDays(1));

    assertThat(http.get("paidan", "/api/catalogues/" + made).body())
        .containsEntry("inForce", false);
    assertThat(register("CJ0302", Map.of()).status()).isEqualTo(201);
    activated(bundled(), today());
  }

  @Test
  @Requirement({"DSP-13", "CLS-07"})
  void whatIsPlainFromTheCatalogueGoesToItsUnitTheMomentItIsAccepted() {
    Answer sent = register("RS0101", Map.of("decision", Map.of("kind", "DISPATCH")));
    assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
    assertThat(sent.text("state")).isEqualTo("IN_HANDLING");
    assertThat(sent.list("orders"))
        .singleElement()
        .satisfies(order -> assertThat(String.valueOf(order)).contains("RSJ").contains("LEAD"));

    Answer joint = register("CJ0206", Map.of("decision", Map.of("kind", "DISPATCH")));
    assertThat(joint.list("orders")).hasSize(2);
    assertThat(String.valueOf(joint.list("orders").get(0))).contains("CGJ").contains("LEAD");
    assertThat(String.valueOf(joint.list("orders").get(1))).contains("GAJ").contains("CO");

    Answer chosen =
        register(
            "CJ0206",
            Map.of(
                "decision",
                Map.of("kind", "DISPATCH", "assignee", Map.of("kind", "UNIT", "code", "GAJ"))));
    assertThat(chosen.list("orders"))
        .as("of several whom the catalogue names, the one that is chosen")
        .singleElement()
        .satisfies(order -> assertThat(String.valueOf(order)).contains("GAJ").contains("LEAD"));
    Answer elsewhere =
        register(
            "CJ0206",
            Map.of(
                "decision",
                Map.of("kind", "DISPATCH", "assignee", Map.of("kind", "UNIT", "code", "JYJ"))));
    assertThat(elsewhere.status()).as("a call taker does not dispatch freely").isEqualTo(403);

    Answer unclear = register("MZ0201", Map.of("decision", Map.of("kind", "DISPATCH")));
    assertThat(unclear.status()).isEqualTo(422);
    assertThat(String.valueOf(unclear.body())).contains("归口目录").contains("选择承办单位");
  }

  @Test
  @Requirement({"Q-05", "POL-21"})
  void whoLeadsAJointMatterAtTheDispatchIsTheCitysRule() {
    String nearest = registered("CJ0402");
    assertThat(suggestions(nearest))
        .extracting(suggestion -> suggestion.get("code") + "/" + suggestion.get("role"))
        .as("the unit whose function it is")
        .containsExactly("ZJJ/LEAD", "YJJ/CO");

    int policies = intOf(http.get("admin", "/api/policies").list("list").get(0), "number");
    policy(policies, "extends: qingyang\norganisation:\n  lead-at-dispatch: by-category\n");
    try {
      assertThat(suggestions(registered("CJ0301")))
          .extracting(suggestion -> suggestion.get("code") + "/" + suggestion.get("role"))
          .as("the unit of the business category, and the one whose function it is")
          .containsExactly("ZJJ/LEAD", "GRGS/CO");
    } finally {
      policy(policies + 1, "extends: qingyang\n");
    }
    assertThat(suggested(registered("CJ0301"))).isEqualTo("GRGS");
  }

  @Test
  @Requirement("CLS-08")
  void theWordsOfAnAppealSuggestItsMatterAndItsUnit() {
    Map<String, Object> appeal = appeal();
    appeal.put("title", "暖气不热");
    appeal.put("content", "小区供暖不足，室温只有十四度");

    Answer checked = http.post("huawu", "/api/intake/check", appeal);

    assertThat(checked.list("matters").get(0)).containsEntry("code", "CJ0301");
    assertThat(checked.list("suggestions").get(0))
        .containsEntry("code", "GRGS")
        .containsEntry("guessed", true);
  }

  @Test
  @Requirement("INT-10")
  void whoAsksAndInWhichDomainIsKnownOfEveryAppeal() {
    Map<String, Object> ofEnterprise = appeal();
    ofEnterprise.put("requester", Map.of("name", "庆阳某某商贸有限公司", "phone", "13800000007"));
    ofEnterprise.put("matter", "JJ0101");
    ofEnterprise.put("decision", Map.of("kind", "ACCEPT"));
    assertThat(http.post("huawu", "/api/tickets", ofEnterprise).body())
        .containsEntry("enterprise", true);
    assertThat(http.get("paidan", "/api/tickets/" + registered("CJ0201")).body())
        .containsEntry("enterprise", false);
    assertThat(http.get("paidan", "/api/reference").list("matters"))
        .extracting(matter -> matter.get("domain"))
        .contains(
            "ECONOMIC_REGULATION",
            "MARKET_REGULATION",
            "SOCIAL_MANAGEMENT",
            "PUBLIC_SERVICE",
            "ECOLOGICAL_PROTECTION");
    Map<String, Object> urgent = appeal();
    urgent.put("content", "三楼起火了，快来人");
    assertThat(http.post("huawu", "/api/intake/check", urgent).text("emergencyNumber"))
        .as("what is no hotline's matter")
        .isEqualTo("119");
  }

  private static String suggested(String ticket) {
    return String.valueOf(suggestions(ticket).get(0).get("code"));
  }

  private static List<Map<String, Object>> suggestions(String ticket) {
    return http.get("paidan", "/api/intake/suggestions/" + ticket).list("list");
  }

  private static String registered(String matter) {
    Answer made = register(matter, Map.of());
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    return made.text("id");
  }

  private static Answer register(String matter, Map<String, ?> more) {
    Map<String, Object> appeal = appeal();
    appeal.put("matter", matter);
    appeal.put("decision", Map.of("kind", "ACCEPT"));
    appeal.putAll(more);
    return http.post("huawu", "/api/tickets", appeal);
  }

  private static Map<String, Object> appeal() {
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("channel", "PHONE");
    appeal.put("category", "HELP");
    appeal.put("title", "反映事项");
    appeal.put("content", "第" + ++number + "件，请核实处理");
    appeal.put("place", "南大街");
    appeal.put("requester", Map.of("name", "王测试", "phone", "1390000" + (1000 + number)));
    return appeal;
  }

  private static int activated(String text, LocalDate from) {
    Answer made = http.post("admin", "/api/catalogues", activation(text, from, newest()));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(200);
    return intOf(made.body(), "number");
  }

  private static Map<String, Object> activation(String text, LocalDate from, int newest) {
    return Map.of(
        "text",
        text,
        "source",
        "庆政办发〔2026〕9号",
        "effectiveFrom",
        from.toString(),
        "newest",
        newest,
        "reason",
        "职能调整");
  }

  private static int newest() {
    return intOf(http.get("admin", "/api/catalogues").list("list").get(0), "number");
  }

  private static String bundled() {
    return http.get("admin", "/api/catalogues/0").text("text");
  }

  private static void policy(int newest, String text) {
    Answer made =
        http.post(
            "admin",
            "/api/policies",
            Map.of(
                "text",
                "name: qingyang-lead\nsource: 试行\neffective-from: 2022-01-01\n" + text,
                "newest",
                newest,
                "reason",
                "试行"));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(200);
  }

  private static int intOf(Map<String, Object> body, String key) {
    return Integer.parseInt(String.valueOf(body.get(key)));
  }

  private static LocalDate today() {
    return LocalDate.now(Clock.system(Times.ZONE));
  }
}
