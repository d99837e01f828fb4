package hotline.node.portal;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.requirements.Requirement;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What citizens do by themselves, over HTTP. */
class PortalIT {

  private static final MovableClock CLOCK = new MovableClock();

  /** A picture of one pixel. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  private static int person;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node =
        EmbeddedNode.withUsers(
            folder, CLOCK, Map.of("hotline.node.client-address-header", "X-Real-Ip"));
    http = node.http();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"INT-02", "INT-18"})
  void sentTwiceOrAtTheSameMomentItIsOneTicket() throws Exception {
    Map<String, Object> appeal = appeal();
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(() -> http.publicly("POST", "/api/public/appeals", appeal));
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<Answer> answers = new ArrayList<>();
    try {
      for (Future<Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(answers).allMatch(answer -> answer.status() / 100 == 2);
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .extracting(answer -> answer.text("queryCode"))
        .containsOnly(answers.get(0).text("queryCode"));
    Answer ticket = http.get("paidan", "/api/tickets/" + answers.get(0).text("id"));
    assertThat(ticket.text("title")).isEqualTo("小区东门路灯不亮，已有一周");
    assertThat(ticket.text("state")).isEqualTo("REGISTERED");
  }

  @Test
  void whatWasChangedAfterItHadArrivedIsSaidToBeMissing() {
    Map<String, Object> appeal = appeal();
    Answer first = http.publicly("POST", "/api/public/appeals", appeal);
    assertThat(first.body().get("changed")).isEqualTo(false);
    assertThat(http.publicly("POST", "/api/public/appeals", appeal).body().get("changed"))
        .isEqualTo(false);

    appeal.put("content", appeal.get("content") + "。另外井盖也坏了");
    Answer changed = http.publicly("POST", "/api/public/appeals", appeal);

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("queryCode")).isEqualTo(first.text("queryCode"));
    assertThat(changed.body().get("changed")).isEqualTo(true);
  }

  @Test
  void withoutConsentOrContactNothingIsTakenIn() {
    Map<String, Object> appeal = appeal();
    appeal.put("consent", false);
    Answer refused = http.publicly("POST", "/api/public/appeals", appeal);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.list("violations"))
        .extracting(violation -> violation.get("message"))
        .containsExactly("请先同意个人信息使用说明");

    Map<String, Object> nameless = appeal();
    nameless.remove("name");
    assertThat(http.publicly("POST", "/api/public/appeals", nameless).text("detail"))
        .contains("姓名和电话");
    nameless.put("anonymous", true);
    nameless.remove("phone");
    assertThat(http.publicly("POST", "/api/public/appeals", nameless).status()).isEqualTo(201);
  }

  @Test
  @Requirement("INT-19")
  void theCitizenFollowsItStepByStepAndRatesTheAnswer() throws Exception {
    Map<String, Object> appeal = appeal();
    appeal.put("category", "CONSULTATION");
    Answer receipt = http.publicly("POST", "/api/public/appeals", appeal);
    Map<String, Object> question =
        Map.of("code", receipt.text("queryCode").toLowerCase(Locale.ROOT), "phone", phone(appeal));
    Answer progress = http.publicly("POST", "/api/public/progress", question);
    assertThat(progress.text("stateLabel")).isEqualTo("等待受理");
    assertThat(progress.list("steps"))
        .extracting(step -> step.get("label") + " " + step.get("phase"))
        .containsExactly(
            "已提交 NOW", "已受理 AHEAD", "转交承办单位 AHEAD", "办理中 AHEAD", "已答复 AHEAD", "已办结 AHEAD");

    assertThat(photo(receipt.text("queryCode"), phone(appeal)).statusCode()).isEqualTo(201);
    assertThat(photo(receipt.text("queryCode"), "13800009999").statusCode()).isEqualTo(404);
    Answer files = http.get("paidan", "/api/tickets/" + receipt.text("id") + "/attachments");
    assertThat(files.list("items"))
        .extracting(file -> file.get("name"))
        .containsExactly("诉求人照片1.png");

    String id = receipt.text("id");
    http.post("huawu", "/api/tickets/" + id + "/answer", Map.of("answer", "已修复路灯。"));
    Answer answered = http.publicly("POST", "/api/public/progress", question);
    assertThat(answered.text("answer")).isEqualTo("已修复路灯。");
  }

  @Test
  @Requirement("INT-19")
  void aCodeCannotBeFoundOutByTrying() throws Exception {
    Map<String, Object> appeal = appeal();
    String code = http.publicly("POST", "/api/public/appeals", appeal).text("queryCode");
    for (int i = 0; i < 5; i++) {
      Answer wrong =
          http.publicly(
              "POST", "/api/public/progress", Map.of("code", code, "phone", "1390000000" + i));
      assertThat(wrong.status()).isEqualTo(404);
    }
    HttpResponse<String> locked = ask(code, phone(appeal), "10.0.0.1");
    assertThat(locked.statusCode()).as("even with the right number").isEqualTo(429);
    assertThat(locked.body()).contains("TOO_MANY_ATTEMPTS").contains("分钟后再试");
    assertThat(Integer.parseInt(locked.headers().firstValue("Retry-After").orElse("0")))
        .isBetween(600, 900);
    CLOCK.putForward(Duration.ofMinutes(16));
    assertThat(ask(code, phone(appeal), "10.0.0.1").statusCode()).isEqualTo(200);
  }

  @Test
  void whoGuessesIsToldApartByTheAddressThatTheProxyNames() throws Exception {
    for (int i = 0; i < 50; i++) {
      assertThat(ask("WRONG" + i, "", "1.2.3.4, 10.9.9.9").statusCode()).isEqualTo(404);
    }
    assertThat(ask("WRONGAGAIN", "", "5.6.7.8, 10.9.9.9").statusCode()).isEqualTo(429);
    assertThat(ask("WRONGAGAIN", "", "10.9.9.8").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> ask(String code, String phone, String address)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(node.uri().resolve("/api/public/progress"))
                .header("Content-Type", "application/json")
                .header("X-Real-Ip", address)
                .POST(
                    BodyPublishers.ofString(
                        "{\"code\":\"%s\",\"phone\":\"%s\"}".formatted(code, phone)))
                .build(),
            BodyHandlers.ofString());
  }

  private static HttpResponse<String> photo(String code, String phone)
      throws IOException, InterruptedException {
    String boundary = "portal-test";
    byte[] head =
        ("--%1$s\r\nContent-Disposition: form-data; name=\"phone\"\r\n\r\n%2$s\r\n--%1$s\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"x.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n")
            .formatted(boundary, phone)
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(node.uri().resolve("/api/public/appeals/" + code + "/photos"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(head, PNG, tail)))
                .build(),
            BodyHandlers.ofString());
  }

  private static String phone(Map<String, Object> appeal) {
    return String.valueOf(appeal.get("phone"));
  }

  private static Map<String, Object> appeal() {
    person++;
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("submissionKey", UUID.randomUUID().toString());
    appeal.put("category", "HELP");
    appeal.put("content", "小区东门路灯不亮，已有一周。请尽快修理，编号" + person + "。");
    appeal.put("place", "九龙路" + person + "号");
    appeal.put("name", "王测试");
    appeal.put("phone", "1370000%04d".formatted(person));
    appeal.put("anonymous", false);
    appeal.put("consent", true);
    appeal.put("consentVersion", "2026-11");
    return appeal;
  }
}
