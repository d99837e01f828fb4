package hotline.node.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.requirements.Requirement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Knowledge from the report of a unit to what a citizen finds, over HTTP. */
class KnowledgeIT {

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

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
  @Requirement({"KB-02", "KB-03", "INT-14"})
  void whatAUnitReportsIsFoundOnceAReviewerHasPublishedItInEveryProcessOfTheNode() {
    try (EmbeddedNode other = node.another()) {
      Answer reported =
          http.post("unit-RSJ", "/api/knowledge/entries", body("养老金资格认证怎么办？", "PUBLIC"));
      assertThat(reported.status()).as(reported.toString()).isEqualTo(201);
      assertThat(reported.body())
          .as("who reports it answers for it")
          .containsEntry("unit", "RSJ")
          .containsEntry("state", "DRAFT")
          .containsEntry("basis", "测试依据");
      long id = id(reported);
      assertThat(found(http, "养老金资格认证")).isEmpty();
      assertThat(step("unit-RSJ", id, "publish", 1).status()).as("not by the unit").isEqualTo(403);

      assertThat(step("shenhe", id, "publish", 1).status()).isEqualTo(200);

      NodeHttp there = other.http();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                assertThat(found(http, "养老金怎么认证资格")).contains("养老金资格认证怎么办？");
                assertThat(found(there, "养老金怎么认证资格")).contains("养老金资格认证怎么办？");
              });
      assertThat(http.get("shenji", "/api/audit?subject=K" + id).list("items"))
          .extracting(entry -> entry.get("action"))
          .containsExactly("PUBLISH_KNOWLEDGE", "PROPOSE_KNOWLEDGE");
      assertThat(http.get("admin", "/api/broadcasts?kind=knowledge&size=200").list("items"))
          .as("the nodes below get it")
          .anySatisfy(
              document ->
                  assertThat(document)
                      .containsEntry("kind", "knowledge")
                      .containsEntry("key", "K" + id));
    }
  }

  @Test
  @Requirement({"SEC-08", "KB-08"})
  void thePublicFindsWhatIsPublicAndNothingElse() {
    published("社保卡丢了怎么补办？", "PUBLIC");
    published("社保卡补办投诉的内部口径", "INTERNAL");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(found(http, "社保卡补办")).contains("社保卡丢了怎么补办？", "社保卡补办投诉的内部口径"));
    Answer outside = http.publicly("GET", "/api/public/knowledge?q=" + encoded("社保卡补办"), null);
    assertThat(outside.status()).isEqualTo(200);
    assertThat(outside.list("items"))
        .extracting(entry -> entry.get("question"))
        .contains("社保卡丢了怎么补办？")
        .doesNotContain("社保卡补办投诉的内部口径");
    assertThat(outside.toString()).as("nobody's name").doesNotContain("shenhe", "changedBy");
    assertThat(http.publicly("GET", "/api/knowledge", null).status()).isEqualTo(401);
  }

  @Test
  @Requirement("KB-02")
  void whatIsPublishedStaysWhileAnotherVersionIsLookedAtAndLeavesWhenItIsWithdrawn() {
    long id = published("生育津贴如何申领？", "PUBLIC");
    Map<String, Object> revision = new HashMap<>();
    revision.put("knowledge", knowledge("生育津贴如何网上申领？", "PUBLIC"));
    revision.put("version", 2);
    assertThat(http.put("zhengce", "/api/knowledge/entries/" + id, revision).status())
        .isEqualTo(200);
    assertThat(http.put("zhengce", "/api/knowledge/entries/" + id, revision).text("code"))
        .as("somebody else was faster")
        .isEqualTo("STALE_VERSION");
    assertThat(found(http, "生育津贴申领")).contains("生育津贴如何申领？").doesNotContain("生育津贴如何网上申领？");

    assertThat(step("shenhe", id, "return", 3).status()).isEqualTo(200);
    Answer entry = http.get("shenhe", "/api/knowledge/entries/" + id);
    assertThat(entry.map("entry")).containsEntry("state", "RETURNED").containsEntry("published", 2);
    assertThat(entry.list("versions")).hasSize(4);
    assertThat(step("shenhe", id, "withdraw", 4).status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(found(http, "生育津贴申领")).doesNotContain("生育津贴如何申领？"));
  }

  @Test
  @Requirement("KB-03")
  void aUnitsPeopleSeeAndChangeWhatIsTheirUnitsOnly() {
    long id = published("工伤认定去哪里申请？", "PUBLIC");

    assertThat(http.get("unit-CGJ", "/api/knowledge/entries/" + id).status()).isEqualTo(404);
    assertThat(http.get("unit-CGJ", "/api/knowledge/entries").list("items"))
        .noneSatisfy(entry -> assertThat(entry).containsEntry("unit", "RSJ"));
    assertThat(step("unit-CGJ", id, "withdraw", 2).status()).isEqualTo(404);
    assertThat(step("unit-RSJ", id, "withdraw", 2).status()).isEqualTo(200);
    assertThat(http.post("huifang", "/api/knowledge/entries", body("某问题？", "PUBLIC")).status())
        .isEqualTo(403);
  }

  /** Reported by the unit for labour, published by a reviewer; its number. */
  private static long published(String question, String openness) {
    long id = id(http.post("unit-RSJ", "/api/knowledge/entries", body(question, openness)));
    assertThat(step("shenhe", id, "publish", 1).status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(found(http, question)).contains(question));
    return id;
  }

  private static Answer step(String user, long id, String step, int version) {
    return http.post(
        user,
        "/api/knowledge/entries/" + id + "/" + step,
        Map.of("version", version, "note", "测试"));
  }

  private static List<String> found(NodeHttp at, String question) {
    return at.get("huawu", "/api/knowledge?q=" + encoded(question)).list("items").stream()
        .map(entry -> String.valueOf(entry.get("question")))
        .toList();
  }

  private static Map<String, Object> body(String question, String openness) {
    return Map.of("knowledge", knowledge(question, openness));
  }

  private static Map<String, Object> knowledge(String question, String openness) {
    return Map.of(
        "question", question,
        "answer", "请到市政务服务中心人社窗口办理。",
        "basis", "测试依据",
        "unit", "RSJ",
        "validFrom", "2026-01-01",
        "openness", openness);
  }

  private static long id(Answer answer) {
    return Long.parseLong(answer.text("id"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
