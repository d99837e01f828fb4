package hotline.node.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.store.SearchFeed;
import hotline.requirements.Requirement;
import hotline.sync.Transactions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The index follows the tickets, whatever happens to either, and shows nobody more than he may see.
 */
class SearchIT {

  private static final String PASSWORD = "another-password-2";
  private static final Duration SOON = Duration.ofSeconds(30);

  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  private static int appeals;

  @BeforeAll
  static void start(@TempDir Path temporary) {
    folder = temporary;
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    await().atMost(SOON).until(() -> node.bean(TicketIndex.class).complete());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aTicketIsFoundByAnyWordsOfItAsSoonAsItIsRegistered() {
    String ticket = register("彩虹桥东侧护栏松动", "桥面东侧第三段护栏摇晃，行人经过很危险。", "621002");

    for (String words : List.of("彩虹桥", "护栏 摇晃", "行人经过", "第三段护栏摇晃", "测试大街彩虹")) {
      assertThat(found("huawu", "q=" + encoded(words))).as(words).contains(ticket);
    }
    assertThat(found("huawu", "q=" + encoded("护栏 路灯"))).doesNotContain(ticket);
    assertThat(found("huawu", "place=" + encoded("测试大街彩虹"))).contains(ticket);
  }

  @Test
  void whatWasFoundInTheContentIsShownWithoutTelephoneNumbers() {
    register("银杏路积水", "下雨后银杏路积水过膝，联系我 19912345678 即可带路。", "621002");

    Map<String, Object> row = list("huawu", "q=" + encoded("带路 积水过膝")).list("items").get(0);

    assertThat(row.get("excerpt")).asString().contains("带路").contains("199****5678");
  }

  @Test
  void aNumberOfAnotherSystemOrAQueryCodeFindsItsTicketAlone() {
    Map<String, Object> appeal = appeal("供暖不足", "室内温度不到十六度。", "621002");
    appeal.put("externalId", Map.of("system", "省平台", "number", "GS-2026-A77"));
    Answer registered = http.post("huawu", "/api/tickets", appeal);
    assertThat(registered.status()).as("%s", registered.body()).isEqualTo(201);
    String ticket = registered.text("id");

    assertThat(found("huawu", "q=gs-2026-a77")).containsExactly(ticket);
    assertThat(found("huawu", "q=" + registered.text("queryCode"))).containsExactly(ticket);
    assertThat(found("huawu", "q=" + ticket)).containsExactly(ticket);
  }

  @Test
  @Requirement({"SEC-01", "SEC-03"})
  void onlyWhoMaySeeATelephoneNumberMayLookForOneAndTheNumberIsNotOnTheRecord() {
    Map<String, Object> appeal = appeal("井盖缺失", "人行道井盖缺失。", "621002");
    appeal.put("requester", Map.of("name", "赵测试", "phone", "19988887777"));
    String ticket = http.post("huawu", "/api/tickets", appeal).text("id");

    assertThat(found("huawu", "phone=19988887777")).containsExactly(ticket);
    assertThat(found("huawu", "q=199-8888-7777")).containsExactly(ticket);
    assertThat(found("huawu", "phone=19988887777&place=" + encoded("测试大街"))).hasSize(1);
    assertThat(found("huawu", "phone=19988887770")).isEmpty();
    assertThat(http.get("paidan", "/api/tickets?phone=19988887777").status()).isEqualTo(403);
    assertThat(http.get("shenji", "/api/audit?username=huawu&action=LIST_TICKETS").list("items"))
        .anySatisfy(entry -> assertThat(entry.get("detail")).asString().contains("phone=true"))
        .noneSatisfy(entry -> assertThat(entry.get("detail")).asString().contains("8888"));
  }

  @Test
  @Requirement("SEC-01")
  void theRequestersNameAndNumberAreNotInTheIndex() {
    Map<String, Object> appeal = appeal("欧阳验证求助", "我是欧阳验证，电话 19977776666。", "621002");
    appeal.put("requester", Map.of("name", "欧阳验证", "phone", "19977776666"));
    http.post("huawu", "/api/tickets", appeal);

    assertThat(found("huawu", "q=" + encoded("欧阳验证"))).isEmpty();
    assertThat(found("huawu", "q=" + encoded("欧阳"))).isEmpty();
  }

  @Test
  @Requirement("SEC-02")
  void numbersAndPagesAreThoseOfWhatOneMaySee() {
    register("绿化带枯死", "绿化带树木枯死。", "621002");
    register("绿化带被占", "绿化带被私家车占用。", "621021");
    user("search-here", List.of("621021"));

    Answer here = list("search-here", "size=1&q=" + encoded("绿化带"));

    assertThat(here.body().get("total")).hasToString("1");
    assertThat(list("huawu", "size=1&q=" + encoded("绿化带")).body().get("total")).hasToString("2");
    assertThat(found("unit-CGJ", "q=" + encoded("绿化带"))).isEmpty();
  }

  @Test
  void wordsAreNotLookedForAmongMoreTicketsThanCanBeAndTheRefusalSaysWhatToDo(@TempDir Path place) {
    Map<String, Object> limit =
        Map.of("hotline.search.dir", place.toString(), "hotline.search.most-narrowed", 3);
    String query = "phone=19966665555&q=" + encoded("摊位占道");
    for (String street : List.of("南大街", "北大街", "西大街")) {
      registerOf("19966665555", street + "摊位占道", "COMPLAINT");
    }
    try (EmbeddedNode strict = node.another(limit)) {
      await().atMost(SOON).until(() -> strict.bean(TicketIndex.class).complete());
      NodeHttp there = strict.http();
      assertThat(there.get("huawu", "/api/tickets?" + query).list("items")).hasSize(3);

      registerOf("19966665555", "东大街摊位占道", "HELP");

      for (String path : List.of("/api/tickets?", "/api/tickets/export?format=CSV&")) {
        Answer refused = there.get("huawu", path + query);
        assertThat(refused.status()).as(path).isEqualTo(400);
        assertThat(refused.text("detail")).as(path).contains("超过 3 件", "请先缩小范围");
        assertThat(there.get("huawu", path + query + "&category=COMPLAINT").status())
            .as("narrowed as was said: %s", path)
            .isEqualTo(200);
      }
      assertThat(there.get("huawu", "/api/tickets?phone=19966665555").list("items"))
          .as("without words there is no such limit")
          .hasSize(4);
    }
  }

  @Test
  @Requirement("LIF-15")
  void whoNotesAnAppealDownSeesWhatSaysMuchTheSameWithHowMuchOfIt() {
    String like = register("广场舞噪音扰民", "时代广场每晚广场舞音响声音过大，影响周边居民休息。", "621002");
    register("公交站牌破损", "时代广场公交站牌被撞坏。", "621002");
    assertThat(node.bean(TicketIndex.class).catchUp(SOON)).isTrue();
    Map<String, Object> typed = appeal("没法休息", "时代广场晚上跳广场舞，音响声音太大", "621002");
    typed.remove("place");

    List<Map<String, Object>> near = http.post("huawu", "/api/intake/check", typed).list("nearby");

    assertThat(near).isNotEmpty();
    assertThat(ticketOf(near.get(0))).isEqualTo(like);
    assertThat((Integer) near.get(0).get("likeness")).isGreaterThan(50);
  }

  @Test
  void aChangeThatCommitsLateIsNotMissed() throws Exception {
    String late = register("晚提交的道路塌陷", "路面塌陷。", "621002");
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    TicketIndex index = node.bean(TicketIndex.class);
    assertThat(index.catchUp(SOON)).isTrue();
    Thread slow =
        new Thread(
            () ->
                node.bean(Transactions.class)
                    .run(
                        tx -> {
                          node.bean(SearchFeed.class).changed(tx, List.of(late));
                          written.countDown();
                          awaited(commit);
                        }));
    slow.start();
    assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 5; i++) {
      register("期间登记", "期间登记的工单。", "621002");
    }
    assertThat(index.catchUp(SOON)).isTrue();
    long before = position();

    commit.countDown();
    slow.join(20_000);

    assertThat(index.catchUp(SOON)).isTrue();
    assertThat(position()).isEqualTo(before + 1);
    assertThat(index.status().behind()).isZero();
  }

  @Test
  void anotherProcessOfTheNodeHasItsOwnIndexAndFollowsTheSameChanges() {
    try (EmbeddedNode other = node.another()) {
      TicketIndex second = other.bean(TicketIndex.class);
      await().atMost(SOON).until(second::complete);
      String ticket = register("两个进程都能查到", "热力管道漏水。", "621002");

      NodeHttp there = other.http();
      assertThat(there.get("huawu", "/api/tickets?q=" + encoded("都能查到")).list("items"))
          .extracting(row -> row.get("id"))
          .containsExactly(ticket);
      http.post("admin", "/api/search/rebuild", Map.of());
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(newestIndex("1")).isNotEqualTo("g1");
                assertThat(newestIndex("2")).isNotEqualTo("g1");
              });
    }
  }

  @Test
  void onlyAnAdministratorHasTheIndexRebuilt() {
    assertThat(http.post("huawu", "/api/search/rebuild", Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aDamagedIndexIsBuiltAnewByItself(@TempDir Path place) throws IOException {
    String ticket = register("损坏后重建", "索引文件损坏后仍能查到。", "621002");
    try (EmbeddedNode first = beside(place)) {
      await().atMost(SOON).until(() -> first.bean(TicketIndex.class).complete());
    }
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(cfs|doc|tim|pos)")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }

    try (EmbeddedNode again = beside(place)) {
      await().atMost(SOON).until(() -> again.bean(TicketIndex.class).complete());
      assertThat(again.http().get("huawu", "/api/tickets?q=" + encoded("损坏后重建")).list("items"))
          .extracting(row -> row.get("id"))
          .containsExactly(ticket);
    }
  }

  @Test
  void anIndexThatWasAwayForTooLongIsBuiltAnew(@TempDir Path place) {
    try (EmbeddedNode first = beside(place)) {
      await().atMost(SOON).until(() -> first.bean(TicketIndex.class).complete());
    }
    String ticket = register("离线期间登记", "离线太久。", "621002");
    assertThat(node.bean(TicketIndex.class).catchUp(SOON)).isTrue();
    node.bean(Transactions.class)
        .run(
            tx ->
                node.bean(SearchFeed.class)
                    .prune(tx, Clock.systemUTC().instant().plus(Duration.ofMinutes(1))));

    try (EmbeddedNode again = beside(place)) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(
                          again
                              .http()
                              .get("huawu", "/api/tickets?q=" + encoded("离线期间登记"))
                              .list("items"))
                      .extracting(row -> row.get("id"))
                      .containsExactly(ticket));
    }
    // this node's own index had seen all that was forgotten
    assertThat(found("huawu", "q=" + encoded("离线期间登记"))).containsExactly(ticket);
  }

  /** Another process of the node, whose index lies elsewhere. */
  private static EmbeddedNode beside(Path place) {
    return node.another(Map.of("hotline.search.dir", place.toString()));
  }

  private static String newestIndex(String process) throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("search").resolve(process))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("g"))
          .sorted()
          .reduce("", (a, b) -> b);
    }
  }

  private static long position() {
    return node.bean(Transactions.class)
        .call(tx -> node.bean(SearchFeed.class).head(tx))
        .position();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody let it commit");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String register(String title, String content, String region) {
    Answer answer = http.post("huawu", "/api/tickets", appeal(title, content, region));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    return answer.text("id");
  }

  private static void registerOf(String phone, String title, String category) {
    Map<String, Object> appeal = appeal(title, title + "，影响通行。", "621002");
    appeal.put("requester", Map.of("name", "周核验", "phone", phone));
    appeal.put("category", category);
    Answer answer = http.post("huawu", "/api/tickets", appeal);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
  }

  private static Map<String, Object> appeal(String title, String content, String region) {
    appeals++;
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("channel", "PHONE");
    appeal.put("category", "COMPLAINT");
    appeal.put("title", title);
    appeal.put("content", content);
    appeal.put("region", region);
    appeal.put("place", "测试大街彩虹路口" + appeals + "号");
    appeal.put("occurredAt", "2026-11-20T19:00:00+08:00");
    appeal.put("requester", Map.of("name", "孙试验", "phone", "1990000%04d".formatted(appeals)));
    appeal.put("decision", Map.of("kind", "ACCEPT"));
    return appeal;
  }

  private static void user(String name, List<String> regions) {
    Map<String, Object> rights =
        Map.of(
            "displayName",
            "测试",
            "roles",
            List.of("DISPATCHER"),
            "regions",
            regions,
            "disabled",
            false);
    Map<String, Object> user = Map.of("username", name, "password", PASSWORD, "rights", rights);
    assertThat(http.post("admin", "/api/users", user).status()).isEqualTo(201);
    http.signIn(name, PASSWORD);
  }

  private static List<Object> found(String user, String query) {
    return list(user, query).list("items").stream().map(row -> row.get("id")).toList();
  }

  private static Answer list(String user, String query) {
    Answer answer = http.get(user, "/api/tickets?" + query);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer;
  }

  private static String ticketOf(Map<String, Object> similar) {
    return new Answer(200, similar).map("ticket").get("id") + "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
